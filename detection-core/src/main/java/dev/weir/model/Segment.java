package dev.weir.model;

import dev.weir.feature.Feature;
import java.util.List;

/**
 * Sources that share one idea of normal: a forest with its thresholds and baselines.
 *
 * @param name {@link #ALL} where there is only one
 * @param labelThreshold a score above it is labelled anomalous; a number
 * @param alertThreshold a score above it alerts; a number
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

  private static final List<Feature> SCHEMA = List.of(Feature.values());

  /** Keeps a list of its own; refuses thresholds that nothing is above and baselines astray. */
  public Segment {
    baselines = List.copyOf(baselines);
    if (!Double.isFinite(labelThreshold) || !Double.isFinite(alertThreshold)) {
      throw new IllegalArgumentException("a threshold that is not a number");
    }
    if (!baselines.stream().map(FeatureBaseline::feature).toList().equals(SCHEMA)) {
      throw new IllegalArgumentException("baselines that are not the schema's, in its order");
    }
  }

  /** What a feature was like in training. */
  public FeatureBaseline baseline(Feature feature) {
    return baselines.get(feature.ordinal());
  }
}
