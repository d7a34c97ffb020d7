package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.model.Forest;
import java.util.Arrays;
import java.util.List;

/**
 * Scores of windows by forests that have not seen their time: the sample is split by time into
 * {@value #FOLDS} blocks, and each block is scored by a forest of the others.
 */
final class HeldOut {

  private static final int FOLDS = 5;

  private final double[][] rows;
  private final Growing growing;
  private final int[] fold;

  /** Grows a forest from rows. */
  interface Growing {
    Forest grow(double[][] rows, long seed);
  }

  HeldOut(List<FeatureVector> sample, double[][] rows, Growing growing) {
    this.rows = rows;
    this.growing = growing;
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
   * The scores of a part's windows, in their order.
   *
   * @param grown windows that the part's forest is grown from
   * @param whole that forest, for a block beside which there is nothing to grow one from
   * @param wanted whose scores are wanted
   */
  double[] scores(int[] grown, Forest whole, int[] wanted, long seed) {
    double[] scores = new double[wanted.length];
    for (int block = 0; block < FOLDS; block++) {
      int held = block;
      if (Arrays.stream(wanted).noneMatch(i -> fold[i] == held)) {
        continue;
      }
      double[][] others =
          Arrays.stream(grown).filter(i -> fold[i] != held).mapToObj(i -> rows[i]).toArray(double[][]::new);
      Forest forest =
          others.length < Part.LEAST ? whole : growing.grow(others, seed + 1_000_003L * (block + 1));
      for (int i = 0; i < wanted.length; i++) {
        if (fold[wanted[i]] == block) {
          scores[i] = forest.score(rows[wanted[i]]);
        }
      }
    }
    return scores;
  }
}
