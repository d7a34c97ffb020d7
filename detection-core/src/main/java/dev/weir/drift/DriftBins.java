package dev.weir.drift;

import dev.weir.model.FeatureBaseline;
import dev.weir.model.Histogram;
import dev.weir.model.Quantiles;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;

/** What share of the windows of training had a quantity in which range. */
final class DriftBins {

  private static final double[] PROBABILITIES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

  /** Shares of fewer windows than one in so many say nothing, and would by their logarithm. */
  private static final double SMALLEST_SHARE = 1e-4;

  private final DoubleToIntFunction ranges;
  private final double[] expected;

  private DriftBins(DoubleToIntFunction ranges, double[] expected) {
    this.ranges = ranges;
    this.expected = expected;
  }

  /**
   * Of a feature as it is scaled: the bins of its histogram, and two ranges more for zero, which
   * many windows share, and for windows without the feature.
   */
  static DriftBins of(FeatureBaseline training) {
    Histogram scaled = training.scaled();
    double[] expected = new double[Histogram.BINS + 2];
    double total = Arrays.stream(scaled.counts()).sum();
    for (int i = 0; total > 0 && i < Histogram.BINS; i++) {
      expected[i] = (1 - training.missing()) * scaled.counts()[i] / total;
    }
    double zero = (1 - training.missing()) * training.zero();
    if (zero > 0) {
      int bin = scaled.bin(0);
      expected[bin] = Math.max(0, expected[bin] - zero);
    }
    expected[Histogram.BINS] = zero;
    expected[Histogram.BINS + 1] = training.missing();
    return new DriftBins(
        value -> {
          if (Double.isNaN(value)) {
            return Histogram.BINS + 1;
          }
          return value == 0 ? Histogram.BINS : scaled.bin(value);
        },
        expected);
  }

  /**
   * Of the score, between quantiles that leave a hundredth of the windows in each range at least,
   * except at a score that many windows share: how many do lies between two quantiles, and is not
   * known.
   *
   * @param upTo scores above are left out, of training as of what is held against it
   */
  static DriftBins of(Quantiles training, double upTo) {
    double kept = upTo < training.max() ? training.rank(upTo) : 1;
    double[] below = Arrays.stream(PROBABILITIES).filter(p -> p < kept).toArray();
    double[] probabilities =
        IntStream.range(0, below.length)
            .filter(i -> training.at(below[i]) < upTo)
            .filter(i -> i + 1 == below.length || training.at(below[i]) < training.at(below[i + 1]))
            .filter(i -> i == 0 || training.at(below[i - 1]) < training.at(below[i]))
            .mapToDouble(i -> below[i])
            .toArray();
    double[] ends = Arrays.stream(probabilities).map(training::at).toArray();
    double[] expected = new double[ends.length + 1];
    double sum = 0;
    for (int i = 0; i < ends.length; i++) {
      expected[i] = probabilities[i] / kept - sum;
      sum = probabilities[i] / kept;
    }
    expected[ends.length] = 1 - sum;
    return new DriftBins(
        value -> {
          int i = 0;
          while (i < ends.length && value > ends[i]) {
            i++;
          }
          return i;
        },
        expected);
  }

  /** How many ranges there are. */
  int size() {
    return expected.length;
  }

  /** The range that a value lies in. */
  int of(double value) {
    return ranges.applyAsInt(value);
  }

  /**
   * The population-stability index: the sum over ranges of (p - q) ln(p / q), p being the share now
   * and q that of training. 0 where nothing has moved; 0.1 is called little, 0.25 much.
   *
   * @param counts windows by range
   * @return 0 and up; NaN of no windows
   * @see <a href="https://doi.org/10.3390/risks7020053">Yurdakul and Naranjo on its use</a>
   */
  double index(long[] counts) {
    double total = Arrays.stream(counts).sum();
    double index = 0;
    for (int i = 0; i < expected.length; i++) {
      double p = Math.max(SMALLEST_SHARE, counts[i] / total);
      double q = Math.max(SMALLEST_SHARE, expected[i]);
      index += (p - q) * StrictMath.log(p / q);
    }
    return total == 0 ? Double.NaN : index;
  }
}
