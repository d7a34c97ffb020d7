package dev.weir.model;

import dev.weir.feature.Feature;

/**
 * What a feature was like in the training sample.
 *
 * @param missing share of the windows without it, 0 to 1
 * @param zero share of the windows with it that have it at 0, 0 to 1
 * @param raw quantiles of the raw values
 * @param scaled histogram of the values as the transform scales them
 */
public record FeatureBaseline(
    Feature feature, double missing, double zero, Quantiles raw, Histogram scaled) {

  /** Refuses a share that is none. */
  public FeatureBaseline {
    if (!(zero >= 0 && zero <= 1)) {
      throw new IllegalArgumentException(feature.id() + " is 0 in a share of " + zero);
    }
    if (!(missing >= 0 && missing <= 1)) {
      throw new IllegalArgumentException(feature.id() + " is missing in a share of " + missing);
    }
  }
}
