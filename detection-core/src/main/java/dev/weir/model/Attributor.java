package dev.weir.model;

import java.util.List;

/**
 * Shares a row's mean path length out among its columns: the Shapley values of the path-dependent
 * TreeSHAP of <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al. 2020</a>
 * (algorithm 2), of the path length instead of a prediction. What is known of a row is a set of
 * columns; where a tree asks for another, both branches count, weighted by the training rows that
 * went each way ({@link PathLength#shareBelow}). A column that is missing in the row is never
 * known, as in {@link Forest#score}, and so adds nothing.
 *
 * <p>The values are the paper's, the way to them is <a
 * href="https://doi.org/10.1287/mnsc.18.5.64">Owen's, 1972</a>, and shorter: columns that become
 * known in a random order become so at random moments between 0 and 1. At a moment s each other
 * column is known with probability s, so what a column adds then is a polynomial in s, and its
 * integral the column's value. Immutable.
 */
public final class Attributor {

  private final int columns;
  private final List<Tree> trees;

  /** By tree and node; 0 where the node is no leaf. */
  private final double[][] lengths;

  private final double base;
  private final int depth;
  private final Moments moments;

  Attributor(Forest forest) {
    columns = forest.columns();
    trees = forest.trees();
    lengths = new double[trees.size()][];
    double sum = 0;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = new double[trees.get(i).size()];
      sum += measure(trees.get(i), 0, 0, lengths[i]);
    }
    base = sum / lengths.length;
    depth = trees.stream().mapToInt(Tree::depth).max().orElseThrow();
    moments = Moments.exactTo(Math.max(0, Math.min(columns, depth) - 1));
  }

  /** Notes the path lengths of leaves; returns their mean over the training rows. */
  private static double measure(Tree tree, int node, int depth, double[] lengths) {
    if (tree.feature()[node] == Tree.LEAF) {
      lengths[node] = PathLength.ofLeaf(depth, tree.count()[node]);
      return lengths[node];
    }
    int right = tree.right()[node];
    double share = PathLength.shareBelow(tree.count()[node + 1], tree.count()[right]);
    return share * measure(tree, node + 1, depth + 1, lengths)
        + (1 - share) * measure(tree, right, depth + 1, lengths);
  }

  /**
   * What each column adds.
   *
   * @param row of as many values as the forest has columns; NaN where absent
   */
  public Attribution of(double[] row) {
    double[] steps = new double[columns];
    AttributionWalk walk = new AttributionWalk(row, moments, depth, steps);
    for (int i = 0; i < lengths.length; i++) {
      walk.through(trees.get(i), lengths[i]);
    }
    for (int i = 0; i < columns; i++) {
      steps[i] /= lengths.length;
    }
    return new Attribution(base, steps);
  }
}
