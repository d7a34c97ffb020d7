package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.model.Forest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of windows by forests that have not seen their time: the sample is split by time into
 * {@value #FOLDS} blocks, and each block is scored by a forest of the others.
 */
final class HeldOut {

  private static final int FOLDS = 5;

  private final double[][] rows;
  private final SeededForests grower;
  private final int[] fold;

  /** By seed: segments without a forest of their own are scored by the same ones. */
  private final Map<Long, Forest> grown = new HashMap<>();

  HeldOut(List<FeatureVector> sample, double[][] rows, SeededForests grower) {
    this.rows = rows;
    this.grower = grower;
    long[] starts = sample.stream().mapToLong(FeatureVector::windowStart).sorted().toArray();
    long[] ends = new long[FOLDS - 1];
    Arrays.setAll(ends, i -> starts[(int) ((i + 1L) * starts.length / FOLDS)]);
    fold = sample.stream().mapToInt(window -> fold(window.windowStart(), ends)).toArray();
  }

  /** Windows that begin together are of one block. */
  private static int fold(long start, long[] ends) {
    int fold = 0;
    while (fold < ends.length && start >= ends[fold]) {
      fold++;
    }
    return fold;
  }

  /**
   * The scores of windows, in their order.
   *
   * @param growth of the forest that they are scored by
   * @param whole that forest, for a block beside which there is too little to grow one from
   * @param wanted places in the sample
   */
  double[] scores(Fitter.Growth growth, Forest whole, int[] wanted) {
    double[] scores = new double[wanted.length];
    for (int block = 0; block < FOLDS; block++) {
      int held = block;
      if (Arrays.stream(wanted).noneMatch(i -> fold[i] == held)) {
        continue;
      }
      Forest forest = grown.computeIfAbsent(seed(growth, block), seed -> grow(growth, held, seed));
      for (int i = 0; i < wanted.length; i++) {
        if (fold[wanted[i]] == block) {
          scores[i] = (forest == null ? whole : forest).score(rows[wanted[i]]);
        }
      }
    }
    return scores;
  }

  private Forest grow(Fitter.Growth growth, int block, long seed) {
    int[] others = Arrays.stream(growth.windows()).filter(i -> fold[i] != block).toArray();
    return others.length < Part.LEAST ? null : grower.grow(Part.select(rows, others), seed);
  }

  private static long seed(Fitter.Growth growth, int block) {
    return growth.seed() + 1_000_003L * (block + 1);
  }
}
