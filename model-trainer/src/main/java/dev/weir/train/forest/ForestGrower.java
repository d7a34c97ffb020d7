package dev.weir.train.forest;

import dev.weir.model.Forest;
import dev.weir.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Grows isolation forests, each tree from a sample of its own, in one thread: the same rows and
 * draws give the same forest to the bit.
 */
public final class ForestGrower {

  private ForestGrower() {}

  /**
   * Grows a forest, and checks that it scores as plain object trees do.
   *
   * @param rows two at least, all as wide; NaN where absent, which is filled in for growing only
   * @param fillings draws what stands in for absent values
   * @param draws draws each tree's rows and splits
   */
  public static Forest grow(
      double[][] rows, ForestShape shape, SplittableRandom fillings, SplittableRandom draws) {
    ForestShape fitting = shape.over(rows.length);
    List<Tree> trees = trees(Imputation.fill(rows, fillings), fitting, draws);
    Forest forest = new Forest(rows[0].length, fitting.subsample(), trees);
    Parity.check(forest, trees, rows);
    return forest;
  }

  /** The trees of rows without NaN, of a shape that fits them. */
  static List<Tree> trees(double[][] rows, ForestShape shape, SplittableRandom draws) {
    double[][] shuffled = rows.clone();
    List<Tree> trees = new ArrayList<>(shape.trees());
    for (int i = 0; i < shape.trees(); i++) {
      double[][] sample = draw(shuffled, shape.subsample(), draws);
      trees.add(TreeGrower.grow(sample, shape.height(), draws));
    }
    return trees;
  }

  /**
   * Draws without replacement: the head of a shuffle, which may begin with the rows in any order.
   */
  private static double[][] draw(double[][] rows, int size, SplittableRandom draws) {
    for (int i = 0; i < size; i++) {
      int other = i + draws.nextInt(rows.length - i);
      double[] drawn = rows[other];
      rows[other] = rows[i];
      rows[i] = drawn;
    }
    return Arrays.copyOf(rows, size);
  }
}
