package dev.weir.model;

import dev.weir.feature.Feature;
import java.util.List;

/**
 * Sources that share one idea of normal: a forest with its thresholds and baselines.
 *
 * @param name {@link #ALL} where there is only one
 * @param labelThreshold a score above it is labelled anomalous
 * @param alertThreshold a score above it alerts
 * @param scores quantiles of the training scores
 * @param baselines of every feature of the schema, in its order
 */
public record Segment(
    String name,
    Forest forest,
    double labelThreshold,
    double alertThreshold,
    Quantiles scores,
    List<FeatureBaseline> baselines) {

  /** The segment of every source. */
  public static final String ALL = "all";

  /** Keeps a list of its own. */
  public Segment {
    baselines = List.copyOf(baselines);
    if (baselines.size() != Feature.COUNT) {
      throw new IllegalArgumentException(baselines.size() + " baselines");
    }
  }

  /** What a feature was like in training. */
  public FeatureBaseline baseline(Feature feature) {
    return baselines.get(feature.ordinal());
  }
}
