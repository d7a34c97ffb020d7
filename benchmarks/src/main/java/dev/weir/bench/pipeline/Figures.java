package dev.weir.bench.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several runs. */
public final class Figures {

  private Figures() {}

  /** The median of what is asked of each; NaN of none. */
  public static <T> double median(List<T> runs, ToDoubleFunction<? super T> figure) {
    return median(runs.stream().mapToDouble(figure).toArray());
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
