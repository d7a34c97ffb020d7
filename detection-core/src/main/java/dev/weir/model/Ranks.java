package dev.weir.model;

import java.util.Arrays;

/**
 * The thresholds of one column in ascending order, and where among them a value lies. Comparing
 * ranks is comparing values: x is below the threshold of index j exactly where its rank is at most
 * j.
 *
 * <p>A grid of equally wide cells says between which thresholds to search, so that most values find
 * their rank in a step or two, and all of them in the logarithm of the thresholds.
 */
final class Ranks {

  /** More would cost more cache than they save steps. */
  private static final int MAX_CELLS = 1024;

  private final double[] thresholds;
  private final double low;
  private final double cellsPerUnit;

  /** How many thresholds lie in the cells before each. */
  private final int[] before;

  private Ranks(double[] thresholds) {
    int size = thresholds.length;
    this.thresholds = thresholds;
    int cells = Math.min(MAX_CELLS, 4 * Integer.highestOneBit(size) + 1);
    this.low = size == 0 ? 0 : thresholds[0];
    double width = size == 0 ? 0 : thresholds[size - 1] - low;
    this.cellsPerUnit = width > 0 ? (cells - 1) / width : 0;
    this.before = new int[cells + 1];
    for (double threshold : thresholds) {
      before[cell(threshold) + 1]++;
    }
    Arrays.parallelPrefix(before, Integer::sum);
  }

  /** Of finite thresholds in any order, with or without repeats. */
  static Ranks of(double[] thresholds) {
    return new Ranks(Arrays.stream(thresholds).sorted().distinct().toArray());
  }

  /** How many different thresholds there are. */
  int size() {
    return thresholds.length;
  }

  /** How many thresholds are not above a value, which is not NaN. */
  int of(double value) {
    int cell = cell(value);
    int from = before[cell];
    int to = before[cell + 1];
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (thresholds[middle] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Never falls as the value rises, which is all that the search needs of it. */
  private int cell(double value) {
    int cell = (int) ((value - low) * cellsPerUnit);
    return Math.max(0, Math.min(before.length - 2, cell));
  }
}
