package dev.weir.train.forest;

import dev.weir.model.Forest;
import dev.weir.model.PathLength;
import dev.weir.model.Tree;
import java.util.List;

/**
 * Holds a forest, whose layout is made for speed, against plain object trees of the same nodes, on
 * every training.
 */
final class Parity {

  /** The two add the same numbers up in another order. */
  static final double TOLERANCE = 1e-9;

  /** Rows that are compared. */
  private static final int ROWS = 10_000;

  private Parity() {}

  /**
   * Compares the scores of rows, evenly spread over all that there are.
   *
   * @throws IllegalStateException where two differ
   */
  static void check(Forest forest, List<Tree> trees, double[][] rows) {
    List<ObjectTree> plain = trees.stream().map(ObjectTree::of).toList();
    double normalizer = PathLength.average(forest.subsample());
    int step = Math.max(1, rows.length / ROWS);
    for (int i = 0; i < rows.length; i += step) {
      double difference = forest.score(rows[i]) - score(plain, normalizer, rows[i]);
      if (!(Math.abs(difference) <= TOLERANCE)) {
        throw new IllegalStateException(
            "the flat forest scores row " + i + " off by " + difference + " from its object trees");
      }
    }
  }

  private static double score(List<ObjectTree> trees, double normalizer, double[] row) {
    double sum = 0;
    for (ObjectTree tree : trees) {
      sum += tree.pathLength(row);
    }
    return StrictMath.pow(2, -sum / trees.size() / normalizer);
  }
}
