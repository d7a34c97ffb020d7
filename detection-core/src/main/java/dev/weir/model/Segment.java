package dev.weir.model;

import dev.weir.feature.Feature;
import java.util.List;

/**
 * Sources that share one idea of normal: a forest with its thresholds and baselines.
 *
 * @param name {@link #ALL}, or a {@link Standing}'s
 * @param forest its own, or that of {@link #ALL}
 * @param labelThreshold a score above it is labelled anomalous; 0 to 1
 * @param alertThreshold a score above it alerts; not below the label threshold, at most 1
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

  /**
   * Keeps a list of its own; refuses thresholds that contradict each other and baselines astray.
   */
  public Segment {
    baselines = List.copyOf(baselines);
    requireScore(labelThreshold, "label");
    requireScore(alertThreshold, "alert");
    if (labelThreshold > alertThreshold) {
      throw new IllegalArgumentException(
          "its label threshold "
              + labelThreshold
              + " is above its alert threshold "
              + alertThreshold
              + ", so that windows would alert that are labelled normal");
    }
    if (!baselines.stream().map(FeatureBaseline::feature).toList().equals(SCHEMA)) {
      throw new IllegalArgumentException("baselines that are not the schema's, in its order");
    }
  }

  private static void requireScore(double threshold, String name) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "its " + name + " threshold " + threshold + " is not between 0 and 1, as scores are");
    }
  }

  /** Whose normal it tells, as in "normal for this network". */
  public String whose() {
    Standing standing = Standing.ofId(name);
    return standing == null ? Standing.UNPLACED.words() : standing.words();
  }

  /** Whether this is another segment, which has no forest of its own but that one's. */
  @SuppressWarnings("ReferenceEquality") // Segments share a forest, or each has its own.
  public boolean sharesForestOf(Segment other) {
    return !name.equals(other.name) && forest == other.forest;
  }

  /** What a feature was like in training. */
  public FeatureBaseline baseline(Feature feature) {
    return baselines.get(feature.ordinal());
  }
}
