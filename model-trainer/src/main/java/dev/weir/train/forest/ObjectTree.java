package dev.weir.train.forest;

import dev.weir.model.PathLength;
import dev.weir.model.Tree;

/** A node of a tree as plain objects, walked step by step: the slow and obvious way. */
sealed interface ObjectTree {

  /** How far down a row comes; where it lacks the value of a split, the mean over both ways. */
  double pathLength(double[] row);

  /** A tree of the same nodes. */
  static ObjectTree of(Tree tree) {
    return of(tree, 0, 0);
  }

  private static ObjectTree of(Tree tree, int node, int depth) {
    if (tree.feature()[node] == Tree.LEAF) {
      return new Leaf(depth + PathLength.average(tree.count()[node]));
    }
    int below = node + 1;
    return new Split(
        tree.feature()[node],
        tree.threshold()[node],
        (double) tree.count()[below] / tree.count()[node],
        of(tree, below, depth + 1),
        of(tree, tree.right()[node], depth + 1));
  }

  /**
   * Where ways end.
   *
   * @param length steps down to here, and what its rows would still take
   */
  record Leaf(double length) implements ObjectTree {
    @Override
    public double pathLength(double[] row) {
      return length;
    }
  }

  /**
   * Where ways part.
   *
   * @param shareBelow of the rows that the tree was grown from and that came here
   */
  record Split(int column, double threshold, double shareBelow, ObjectTree below, ObjectTree above)
      implements ObjectTree {
    @Override
    public double pathLength(double[] row) {
      double value = row[column];
      if (Double.isNaN(value)) {
        return shareBelow * below.pathLength(row) + (1 - shareBelow) * above.pathLength(row);
      }
      return value < threshold ? below.pathLength(row) : above.pathLength(row);
    }
  }
}
