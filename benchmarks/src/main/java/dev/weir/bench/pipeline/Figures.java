package dev.weir.bench.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What several runs come to. */
public final class Figures {

  private Figures() {}

  /**
   * The median of the rounds' own ratios, since machines change from one minute to the next.
   *
   * @param of what is held against the other, by round
   * @param to the other, by round
   */
  public static double pairedRatio(double[] of, double[] to) {
    if (of.length != to.length) {
      throw new IllegalArgumentException(of.length + " rounds beside " + to.length);
    }
    return median(IntStream.range(0, of.length).mapToDouble(i -> of[i] / to[i]).toArray());
  }

  /** A figure of each run. */
  public static <T> double[] each(List<T> runs, ToDoubleFunction<? super T> figure) {
    return runs.stream().mapToDouble(figure).toArray();
  }

  /** To so many digits behind the point. */
  public static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }

  /** The median of what is asked of each; NaN of none. */
  public static <T> double median(List<T> runs, ToDoubleFunction<? super T> figure) {
    return median(each(runs, figure));
  }

  /** The median; of two middle values their mean, NaN of none. */
  public static double median(double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
