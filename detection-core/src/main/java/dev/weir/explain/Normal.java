package dev.weir.explain;

import dev.weir.model.Quantiles;

/**
 * What is normal of a measure.
 *
 * @param whose as in "normal for this network"
 * @param median NaN where it is not known or would mislead
 * @param least the normal range begins there; negative infinity where it has no such end
 * @param most the normal range ends there; NaN, as least, where nothing is known
 */
record Normal(String whose, double median, double least, double most) {

  /** Whose normal a training history is. */
  static final String NETWORK = "this network";

  /** Of what was never measured. */
  static final Normal UNKNOWN = new Normal(NETWORK, Double.NaN, Double.NaN, Double.NaN);

  /** What 98 % of the training windows lie in, as many being lower as higher. */
  static Normal of(Quantiles quantiles) {
    return of(quantiles, NETWORK);
  }

  /** The same of those whose normal it is. */
  static Normal of(Quantiles quantiles, String whose) {
    return new Normal(whose, quantiles.median(), quantiles.at(0.01), quantiles.p99());
  }

  boolean isKnown() {
    return !Double.isNaN(most);
  }

  /** Whether a value lies beyond the range; never of NaN. */
  boolean isExceededBy(double value) {
    return value > most;
  }

  /** Whether a value lies on the other side of the range; never of NaN. */
  boolean isMissedBy(double value) {
    return value < least;
  }

  /** Whether a value lies outside of the range; never of NaN. */
  boolean leavesOut(double value) {
    return isExceededBy(value) || isMissedBy(value);
  }

  /** Whether the lower end of the range is the one that a value is beyond, or nearer to. */
  boolean isLow(double value) {
    return isMissedBy(value)
        || (value < median && !Double.isInfinite(least) && !isExceededBy(value));
  }

  /** The end of the range that a value is beyond, or nearer to. */
  double bound(double value) {
    return isLow(value) ? least : most;
  }
}
