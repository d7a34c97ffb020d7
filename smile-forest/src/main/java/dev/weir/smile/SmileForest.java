package dev.weir.smile;

import dev.weir.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smile.anomaly.IsolationForest;
import smile.anomaly.IsolationTree;
import smile.math.MathEx;
import smile.stat.distribution.GaussianDistribution;

/**
 * Grows isolation trees with Smile, each from its own small sample. Not by its fit method, which
 * adds every row to every tree and draws from generators of its own.
 */
public final class SmileForest {

  private final IsolationForest forest;
  private final List<double[][]> samples;

  private SmileForest(IsolationForest forest, List<double[][]> samples) {
    this.forest = forest;
    this.samples = samples;
  }

  /**
   * Grows trees from rows without NaN. The same rows and draws give the same trees.
   *
   * @param subsample rows for each tree, at most as many as there are
   * @param height at which trees end at the latest; never beyond log2 of the subsample
   */
  public static synchronized SmileForest grow(
      double[][] rows, int trees, int subsample, int height, SplittableRandom random) {
    dropSpareNormal();
    int full = 32 - Integer.numberOfLeadingZeros(subsample - 1);
    int limit = Math.min(height, full);
    int[] index = new int[rows.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = i;
    }
    IsolationTree[] grown = new IsolationTree[trees];
    List<double[][]> samples = new ArrayList<>(trees);
    for (int i = 0; i < trees; i++) {
      double[][] sample = draw(rows, index, subsample, random);
      samples.add(sample);
      // Smile draws from one generator a thread.
      MathEx.setSeed(random.nextLong());
      grown[i] = new IsolationTree(List.of(sample), limit, 0);
    }
    return new SmileForest(new IsolationForest(subsample, 0, grown), samples);
  }

  /**
   * Smile makes normal numbers in pairs and keeps the second for next time, one for the whole JVM
   * and whatever the seed by then: what somebody left there must not get into these trees.
   */
  private static void dropSpareNormal() {
    MathEx.setSeed(0);
    double first = MathEx.random();
    MathEx.setSeed(0);
    GaussianDistribution.getInstance().rand();
    boolean wasSpare = MathEx.random() == first;
    if (!wasSpare) {
      GaussianDistribution.getInstance().rand();
    }
  }

  /** Draws without replacement: the head of a shuffle. */
  private static double[][] draw(
      double[][] rows, int[] index, int subsample, SplittableRandom random) {
    double[][] sample = new double[subsample][];
    for (int i = 0; i < subsample; i++) {
      int other = i + random.nextInt(index.length - i);
      int drawn = index[other];
      index[other] = index[i];
      index[i] = drawn;
      sample[i] = rows[drawn];
    }
    return sample;
  }

  IsolationTree[] trees() {
    return forest.trees();
  }

  /** The trees as plain arrays. */
  public List<Tree> read() {
    return IntStream.range(0, samples.size())
        .mapToObj(i -> TreeReader.read(forest.trees()[i], samples.get(i)))
        .toList();
  }

  /** The rows that a tree was grown from. */
  double[][] sample(int tree) {
    return samples.get(tree);
  }

  /** Smile's own score of a row without NaN. */
  public double score(double[] row) {
    return forest.score(row);
  }
}
