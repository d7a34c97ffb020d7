package dev.weir.model;

import java.util.Arrays;

/**
 * Exact quantiles of a sample at fixed probabilities.
 *
 * @param values one for each of {@link #PROBABILITIES}, never descending; all NaN where the sample
 *     was empty
 */
public record Quantiles(double[] values) {

  private static final double[] PROBABILITIES = {
    0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 1
  };

  /** Refuses what is not a set of quantiles. */
  public Quantiles {
    if (values.length != PROBABILITIES.length) {
      throw new IllegalArgumentException(values.length + " quantiles");
    }
    boolean empty = Double.isNaN(values[0]);
    for (int i = 0; i < values.length; i++) {
      if (empty ? !Double.isNaN(values[i]) : !Double.isFinite(values[i])) {
        throw new IllegalArgumentException("quantiles that are not numbers");
      }
      if (i > 0 && values[i] < values[i - 1]) {
        throw new IllegalArgumentException("quantiles that descend");
      }
    }
  }

  /** The probabilities that quantiles are kept at, ascending from 0 to 1. */
  public static double[] probabilities() {
    return PROBABILITIES.clone();
  }

  /** Quantiles of an ascending sample without NaN, by nearest rank: the ceil(p n)-th smallest. */
  public static Quantiles ofSorted(double[] sorted) {
    double[] values = new double[PROBABILITIES.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = nearestRank(sorted, PROBABILITIES[i]);
    }
    return new Quantiles(values);
  }

  /** The ceil(p n)-th smallest, the smallest for p = 0; NaN of an empty sample. */
  public static double nearestRank(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    // The product of, say, 0.95 and 282 may land a hair above an integer: take that off first.
    int rank = (int) Math.ceil(p * sorted.length - 1e-9);
    return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
  }

  /** The smallest value of the sample. */
  public double min() {
    return values[0];
  }

  /** The middle of the sample. */
  public double median() {
    return at(0.5);
  }

  /** The value that 99 % of the sample do not exceed. */
  public double p99() {
    return at(0.99);
  }

  /** The largest value of the sample. */
  public double max() {
    return values[values.length - 1];
  }

  /**
   * The quantile of a probability that is kept.
   *
   * @throws IllegalArgumentException for another
   */
  public double at(double probability) {
    int i = Arrays.binarySearch(PROBABILITIES, probability);
    if (i < 0) {
      throw new IllegalArgumentException("no quantile is kept at " + probability);
    }
    return values[i];
  }

  /**
   * The share of the sample that does not exceed a value, between kept quantiles by straight lines.
   *
   * @return 0 to 1; NaN for NaN or of an empty sample
   */
  public double rank(double value) {
    if (Double.isNaN(value) || Double.isNaN(values[0])) {
      return Double.NaN;
    }
    if (value < values[0]) {
      return 0;
    }
    int above = 0;
    while (above < values.length && values[above] <= value) {
      above++;
    }
    if (above == values.length) {
      return 1;
    }
    double low = values[above - 1];
    double fraction = (value - low) / (values[above] - low);
    return PROBABILITIES[above - 1] + fraction * (PROBABILITIES[above] - PROBABILITIES[above - 1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantiles that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
