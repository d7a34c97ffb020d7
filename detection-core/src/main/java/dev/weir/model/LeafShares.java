package dev.weir.model;

import java.util.Arrays;

/**
 * The columns that are asked for on the way to a leaf, and the leaf's Shapley values.
 *
 * <p>With a set of known columns the row reaches the leaf with a weight that is a product: of 1 or
 * 0 for each known column on the way, as the row's value follows the way or not, and of the share
 * of training rows for each other. Shapley's mean over all orders of m columns weighs a set of k
 * others with k! (m - 1 - k)! / m!. Sorted by k, the products of all sets are the coefficients of
 * the polynomial that multiplies (share + t) for each column that is followed and (share) for each
 * that is not.
 *
 * <p>Mutable; for one row at a time.
 */
final class LeafShares {

  private final double[] share;
  private final boolean[] followed;
  private final boolean[] asked;

  /** Columns on the way, in the order in which they were first asked for. */
  private final int[] way;

  private int length;

  /** Coefficients by power of t. */
  private final double[] product;

  /** k! (m - 1 - k)! / m!, by m and k. */
  private final double[][] weights;

  LeafShares(int columns) {
    share = new double[columns];
    Arrays.fill(share, 1);
    followed = new boolean[columns];
    Arrays.fill(followed, true);
    asked = new boolean[columns];
    way = new int[columns];
    product = new double[columns + 1];
    weights = new double[columns + 1][];
    for (int m = 0; m <= columns; m++) {
      weights[m] = weights(m);
    }
  }

  private static double[] weights(int m) {
    double[] weights = new double[m];
    double choices = m;
    for (int k = 0; k < m; k++) {
      weights[k] = 1 / choices;
      choices = choices * (m - 1 - k) / (k + 1);
    }
    return weights;
  }

  /** Share of the training rows that go this way wherever the column is asked for. */
  double share(int column) {
    return share[column];
  }

  /** Whether the row's value goes this way wherever the column is asked for. */
  boolean isFollowed(int column) {
    return followed[column];
  }

  /** Whether anything at all gets past the column's questions. */
  boolean isReachable(int column) {
    return followed[column] || share[column] > 0;
  }

  /**
   * Takes a branch.
   *
   * @return whether the column was not yet on the way
   */
  boolean descend(int column, double branchShare, boolean branchFollowed) {
    boolean first = !asked[column];
    if (first) {
      asked[column] = true;
      way[length++] = column;
    }
    share[column] *= branchShare;
    followed[column] &= branchFollowed;
    return first;
  }

  /** Goes back to before a branch, given what was so then. */
  void ascend(int column, double shareBefore, boolean followedBefore, boolean first) {
    share[column] = shareBefore;
    followed[column] = followedBefore;
    if (first) {
      asked[column] = false;
      length--;
    }
  }

  /**
   * Adds the Shapley values of the leaf at the end of the way.
   *
   * @param value of the leaf
   * @return what the leaf adds where nothing is known
   */
  double addTo(double[] steps, double value) {
    double rest = value;
    int degree = 0;
    product[0] = 1;
    for (int i = 0; i < length; i++) {
      int column = way[i];
      if (followed[column]) {
        multiply(share[column], degree++);
      } else {
        rest *= share[column];
      }
    }
    double[] weight = weights[length];
    double blocked = degree < length ? rest * weighted(weight, degree) : 0;
    for (int i = 0; i < length; i++) {
      int column = way[i];
      steps[column] +=
          followed[column]
              ? rest * (1 - share[column]) * weightedWithout(share[column], weight, degree)
              : -blocked;
    }
    return rest * product[0];
  }

  private void multiply(double constant, int degree) {
    product[degree + 1] = product[degree];
    for (int k = degree; k > 0; k--) {
      product[k] = constant * product[k] + product[k - 1];
    }
    product[0] *= constant;
  }

  private double weighted(double[] weight, int degree) {
    double sum = 0;
    for (int k = 0; k <= degree; k++) {
      sum += product[k] * weight[k];
    }
    return sum;
  }

  /** The same of the product without one factor: divided out from the highest power down. */
  private double weightedWithout(double constant, double[] weight, int degree) {
    double sum = 0;
    double coefficient = 0;
    for (int k = degree - 1; k >= 0; k--) {
      coefficient = product[k + 1] - constant * coefficient;
      sum += coefficient * weight[k];
    }
    return sum;
  }
}
