package dev.weir.model;

import java.util.Arrays;

/**
 * Takes one row to all leaves of trees, at all moments together, and adds up what its columns add.
 *
 * <p>At moment s a column lets through the weight (1 - s) share + s hit: while it is not known, the
 * share of training rows that went this way wherever it was asked for; once it is, 1 or 0, as the
 * row's value goes this way. What it adds by becoming known is that weight's slope, hit - share, in
 * its place. Mutable.
 */
final class AttributionWalk {

  private final double[] row;
  private final double[] steps;
  private final double[] at;
  private final double[] integral;

  /** By depth and moment: the weight with which the row reaches the present way's node. */
  private final double[][] weight;

  /** By depth and moment: the path lengths of the leaves below, so weighted. */
  private final double[][] below;

  /** By column, on the present way. */
  private final double[] share;

  /** By column, on the present way: 1 or 0. */
  private final double[] hit;

  private int[] feature = {};
  private double[] threshold = {};
  private int[] right = {};
  private int[] count = {};
  private double[] lengths = {};

  /**
   * A walk that has added nothing yet.
   *
   * @param depth of the deepest tree
   * @param steps is added to, by column
   */
  AttributionWalk(double[] row, Moments moments, int depth, double[] steps) {
    this.row = row;
    this.steps = steps;
    at = moments.at();
    integral = moments.weight();
    weight = new double[depth + 1][at.length];
    below = new double[depth + 1][at.length];
    share = new double[row.length];
    hit = new double[row.length];
    Arrays.fill(weight[0], 1);
    Arrays.fill(share, 1);
    Arrays.fill(hit, 1);
  }

  /** Adds what the columns add in a tree whose leaves have these path lengths. */
  void through(Tree tree, double[] leaves) {
    feature = tree.feature();
    threshold = tree.threshold();
    right = tree.right();
    count = tree.count();
    lengths = leaves;
    from(0, 0);
  }

  private void from(int node, int depth) {
    double[] sum = below[depth];
    int column = feature[node];
    if (column == Tree.LEAF) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = weight[depth][i] * lengths[node];
      }
      return;
    }
    Arrays.fill(sum, 0);
    double left = PathLength.shareBelow(count[node + 1], count[right[node]]);
    if (Double.isNaN(row[column])) {
      unasked(node + 1, depth, left);
      unasked(right[node], depth, 1 - left);
    } else {
      boolean goesLeft = row[column] < threshold[node];
      asked(node + 1, depth, column, left, goesLeft);
      asked(right[node], depth, column, 1 - left, !goesLeft);
    }
  }

  /** The branch to a child where the value is missing. */
  private void unasked(int child, int depth, double branch) {
    if (branch == 0) {
      return;
    }
    for (int i = 0; i < at.length; i++) {
      weight[depth + 1][i] = weight[depth][i] * branch;
    }
    from(child, depth + 1);
    for (int i = 0; i < at.length; i++) {
      below[depth][i] += below[depth + 1][i];
    }
  }

  /** The branch to a child where the value decides, once it is known. */
  private void asked(int child, int depth, int column, double branch, boolean goesThere) {
    double shareBefore = share[column];
    double hitBefore = hit[column];
    double shareHere = shareBefore * branch;
    double hitHere = goesThere ? hitBefore : 0;
    if (shareHere == 0 && hitHere == 0) {
      return;
    }
    for (int i = 0; i < at.length; i++) {
      weight[depth + 1][i] =
          weight[depth][i]
              * through(at[i], shareHere, hitHere)
              / through(at[i], shareBefore, hitBefore);
    }
    share[column] = shareHere;
    hit[column] = hitHere;
    from(child, depth + 1);
    share[column] = shareBefore;
    hit[column] = hitBefore;
    double step = 0;
    for (int i = 0; i < at.length; i++) {
      double sum = below[depth + 1][i];
      // Of the leaves below, this branch's weight takes the place of the column's earlier one.
      step +=
          integral[i]
              * sum
              * ((hitHere - shareHere) / through(at[i], shareHere, hitHere)
                  - (hitBefore - shareBefore) / through(at[i], shareBefore, hitBefore));
      below[depth][i] += sum;
    }
    steps[column] += step;
  }

  /** What a column lets through at a moment; above 0 wherever a walk gets to. */
  private static double through(double moment, double share, double hit) {
    return (1 - moment) * share + moment * hit;
  }
}
