package dev.weir.model;

import java.util.List;

/**
 * Shares a row's mean path length out among its columns: the Shapley values that the path-dependent
 * TreeSHAP of <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al. 2020</a>
 * (algorithm 2) computes, of the path length instead of a prediction. What is known of a row is a
 * set of columns; where a tree asks for another, both branches count, weighted by the training rows
 * that went each way ({@link PathLength#shareBelow}). A column that is missing in the row is never
 * known, as in {@link Forest#score}, and so adds nothing.
 *
 * <p>The paper carries a polynomial's coefficients down the tree and takes columns out of it again
 * at the leaves. Here each leaf makes its own, from the columns that the row would follow to it,
 * which is short and divides by nothing. Immutable.
 */
public final class Attributor {

  private final int columns;
  private final List<Tree> trees;

  /** By tree and node; 0 where the node is no leaf. */
  private final double[][] lengths;

  Attributor(Forest forest) {
    columns = forest.columns();
    trees = forest.trees();
    lengths = new double[trees.size()][];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = new double[trees.get(i).size()];
      measure(trees.get(i), 0, 0, lengths[i]);
    }
  }

  private static void measure(Tree tree, int node, int depth, double[] lengths) {
    if (tree.feature()[node] == Tree.LEAF) {
      lengths[node] = PathLength.ofLeaf(depth, tree.count()[node]);
    } else {
      measure(tree, node + 1, depth + 1, lengths);
      measure(tree, tree.right()[node], depth + 1, lengths);
    }
  }

  /**
   * What each column adds.
   *
   * @param row of as many values as the forest has columns; NaN where absent
   */
  public Attribution of(double[] row) {
    double base = 0;
    double[] steps = new double[columns];
    LeafShares shares = new LeafShares(columns);
    for (int i = 0; i < lengths.length; i++) {
      base += new Walk(trees.get(i), lengths[i], row, shares, steps).from(0, 1);
    }
    for (int i = 0; i < columns; i++) {
      steps[i] /= lengths.length;
    }
    return new Attribution(base / lengths.length, steps);
  }

  /**
   * One row's way to all leaves of one tree.
   *
   * @param shares the columns on the way to the present node
   * @param steps what is added to
   */
  private record Walk(
      Tree tree, double[] lengths, double[] row, LeafShares shares, double[] steps) {

    /**
     * Adds the steps of the leaves below a node.
     *
     * @param weight share of the training rows on the way where the row's value is missing
     * @return what these leaves add to the base
     */
    double from(int node, double weight) {
      int column = tree.feature()[node];
      if (column == Tree.LEAF) {
        return shares.addTo(steps, weight * lengths[node]);
      }
      int right = tree.right()[node];
      double below = PathLength.shareBelow(tree.count()[node + 1], tree.count()[right]);
      if (Double.isNaN(row[column])) {
        return (below > 0 ? from(node + 1, weight * below) : 0)
            + (below < 1 ? from(right, weight * (1 - below)) : 0);
      }
      boolean left = row[column] < tree.threshold()[node];
      return into(node + 1, weight, column, below, left)
          + into(right, weight, column, 1 - below, !left);
    }

    private double into(int node, double weight, int column, double share, boolean followed) {
      double shareBefore = shares.share(column);
      boolean followedBefore = shares.isFollowed(column);
      boolean first = shares.descend(column, share, followed);
      double base = shares.isReachable(column) ? from(node, weight) : 0;
      shares.ascend(column, shareBefore, followedBefore, first);
      return base;
    }
  }
}
