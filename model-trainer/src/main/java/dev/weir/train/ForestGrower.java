package dev.weir.train;

import dev.weir.model.Forest;

/** Grows forests from rows, and holds each against the trees that it was read from. */
final class ForestGrower {

  /** Rows on which the flat forest is compared with the trees it was read from. */
  private static final int PARITY_ROWS = 10_000;

  private static final double PARITY = 1e-9;

  private final FitOptions options;
  private final int columns;

  ForestGrower(FitOptions options, int columns) {
    this.options = options;
    this.columns = columns;
  }

  /**
   * A forest of these rows: of two at least.
   *
   * @param seed of its draws
   */
  Forest grow(double[][] rows, long seed) {
    double[][] filled = Imputation.fill(rows, Draws.IMPUTATION.random(seed));
    int subsample = Math.min(options.subsample(), rows.length);
    SmileForest smile =
        SmileForest.grow(
            filled, options.trees(), subsample, options.height(), Draws.TREES.random(seed));
    Forest forest = new Forest(columns, subsample, smile.read());
    checkParity(forest, smile, filled);
    return forest;
  }

  private static void checkParity(Forest forest, SmileForest smile, double[][] rows) {
    int step = Math.max(1, rows.length / PARITY_ROWS);
    for (int i = 0; i < rows.length; i += step) {
      double difference = Math.abs(forest.score(rows[i]) - smile.score(rows[i]));
      if (!(difference <= PARITY)) {
        throw new IllegalStateException(
            "the flat forest scores row " + i + " off by " + difference + " from Smile's trees");
      }
    }
  }
}
