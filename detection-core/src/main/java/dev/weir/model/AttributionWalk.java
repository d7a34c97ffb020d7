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

  /** By column and moment, on the present way: one over what the column lets through. */
  private final double[][] inverse;

  /** By column and moment, on the present way: the slope of what it lets through, over that. */
  private final double[][] slope;

  /** By depth, for whichever column is asked for there. */
  private final double[][] inverses;

  /** Likewise. */
  private final double[][] slopes;

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
    inverses = new double[depth + 1][at.length];
    slopes = new double[depth + 1][at.length];
    share = new double[row.length];
    hit = new double[row.length];
    inverse = new double[row.length][];
    slope = new double[row.length][];
    Arrays.fill(weight[0], 1);
    Arrays.fill(share, 1);
    Arrays.fill(hit, 1);
    double[] ones = new double[at.length];
    Arrays.fill(ones, 1);
    Arrays.fill(inverse, ones);
    Arrays.fill(slope, new double[at.length]);
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
    double[] inverseBefore = inverse[column];
    double[] slopeBefore = slope[column];
    double[] inverseHere = inverses[depth];
    double[] slopeHere = slopes[depth];
    for (int i = 0; i < at.length; i++) {
      double through = (1 - at[i]) * shareHere + at[i] * hitHere;
      inverseHere[i] = 1 / through;
      slopeHere[i] = (hitHere - shareHere) * inverseHere[i];
      weight[depth + 1][i] = weight[depth][i] * through * inverseBefore[i];
    }
    take(column, shareHere, hitHere, inverseHere, slopeHere);
    from(child, depth + 1);
    take(column, shareBefore, hitBefore, inverseBefore, slopeBefore);
    steps[column] += step(depth, slopeHere, slopeBefore);
  }

  private void take(
      int column, double newShare, double newHit, double[] newInverse, double[] newSlope) {
    share[column] = newShare;
    hit[column] = newHit;
    inverse[column] = newInverse;
    slope[column] = newSlope;
  }

  /** What a branch's leaves give a column; they are added to those below the branch's node. */
  private double step(int depth, double[] slopeHere, double[] slopeBefore) {
    double step = 0;
    for (int i = 0; i < at.length; i++) {
      double sum = below[depth + 1][i];
      // Of the leaves below, this branch's weight takes the place of the column's earlier one.
      step += integral[i] * sum * (slopeHere[i] - slopeBefore[i]);
      below[depth][i] += sum;
    }
    return step;
  }
}
