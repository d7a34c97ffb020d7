package dev.weir.train.forest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fills the holes of a sample for growing trees, which know no NaN: each with a value that some
 * other row has, drawn at random, so that a feature keeps its distribution and no spike appears.
 */
final class Imputation {

  private Imputation() {}

  /** Rows without NaN; those that had none are passed on as they are. */
  static double[][] fill(double[][] rows, SplittableRandom random) {
    double[][] filled = rows.clone();
    for (int column = 0; column < rows[0].length; column++) {
      double[] present = present(rows, column);
      if (present.length < rows.length) {
        fill(rows, filled, column, present, random);
      }
    }
    return filled;
  }

  private static double[] present(double[][] rows, int column) {
    return Arrays.stream(rows)
        .mapToDouble(row -> row[column])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static void fill(
      double[][] rows, double[][] filled, int column, double[] present, SplittableRandom random) {
    for (int i = 0; i < rows.length; i++) {
      if (!Double.isNaN(rows[i][column])) {
        continue;
      }
      if (filled[i] == rows[i]) {
        filled[i] = rows[i].clone();
      }
      filled[i][column] = present[random.nextInt(present.length)];
    }
  }
}
