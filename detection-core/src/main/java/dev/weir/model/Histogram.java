package dev.weir.model;

import java.util.Arrays;

/**
 * Counts over equally wide bins of a scaled feature.
 *
 * @param low lower edge of the first bin; NaN, as high, of an empty sample
 * @param high upper edge of the last; equal to low where all values are one
 * @param counts values in each bin; the last includes its upper edge
 */
public record Histogram(double low, double high, long[] counts) {

  /** How many bins a histogram has. */
  public static final int BINS = 32;

  /** Refuses what is not a histogram. */
  public Histogram {
    if (counts.length != BINS) {
      throw new IllegalArgumentException(counts.length + " bins");
    }
    boolean empty = Double.isNaN(low) && Double.isNaN(high);
    if (!empty && !(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
      throw new IllegalArgumentException("a histogram from " + low + " to " + high);
    }
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a histogram with a negative count");
      }
    }
  }

  /** Counts an ascending sample without NaN; edges are NaN where it is empty. */
  public static Histogram ofSorted(double[] sorted) {
    long[] counts = new long[BINS];
    if (sorted.length == 0) {
      return new Histogram(Double.NaN, Double.NaN, counts);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    Histogram histogram = new Histogram(low, high, counts);
    for (double value : sorted) {
      counts[histogram.bin(value)]++;
    }
    return histogram;
  }

  /** The bin that a value lies in; the first or the last where it lies beyond. */
  public int bin(double value) {
    double share = high > low ? (value - low) / (high - low) : 0;
    return (int) Math.max(0, Math.min(share * BINS, BINS - 1));
  }

  /**
   * The upper edge of the bin that holds a quantile: at least that share of the sample lies below.
   *
   * @param probability 0 to 1
   * @return NaN of an empty sample
   */
  public double above(double probability) {
    return edge(binOf(probability) + 1);
  }

  /**
   * The lower edge of the bin that holds a quantile: at most that share of the sample lies below.
   *
   * @param probability 0 to 1
   * @return NaN of an empty sample
   */
  public double below(double probability) {
    return edge(binOf(probability));
  }

  private int binOf(double probability) {
    double rest = probability * Arrays.stream(counts).sum();
    int bin = 0;
    while (bin < BINS - 1 && rest > counts[bin]) {
      rest -= counts[bin];
      bin++;
    }
    return bin;
  }

  private double edge(int bin) {
    return low + (high - low) * bin / BINS;
  }

  /** Standard deviation, as if each bin were filled evenly; NaN of an empty sample. */
  public double deviation() {
    double n = Arrays.stream(counts).sum();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < BINS; i++) {
      double middle = i + 0.5;
      sum += counts[i] * middle;
      squares += counts[i] * middle * middle;
    }
    double mean = sum / n;
    double variance = squares / n - mean * mean + 1 / 12.0;
    return StrictMath.sqrt(variance) * (high - low) / BINS;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && Double.compare(low, that.low) == 0
        && Double.compare(high, that.high) == 0
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
