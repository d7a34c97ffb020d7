package dev.weir.train;

import dev.weir.model.Forest;
import dev.weir.train.forest.ForestGrower;

/** Grows forests of one shape, each by a seed of its own. */
record SeededForests(FitOptions options) {

  /**
   * A forest of these rows: of two at least.
   *
   * @param seed of its draws
   */
  Forest grow(double[][] rows, long seed) {
    return ForestGrower.grow(
        rows, options.shape(), Draws.IMPUTATION.random(seed), Draws.TREES.random(seed));
  }
}
