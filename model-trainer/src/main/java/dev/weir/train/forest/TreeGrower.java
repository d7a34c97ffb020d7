package dev.weir.train.forest;

import dev.weir.model.Tree;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows one isolation tree straight into arrays. A node splits on a column drawn among those that
 * are not constant in it, at a value drawn uniformly between the column's least and greatest.
 */
final class TreeGrower {

  private final double[][] rows;
  private final int height;
  private final SplittableRandom draws;

  /** All columns; the first of them are those that may still vary in the node at hand. */
  private final int[] columns;

  private final int[] feature;
  private final double[] threshold;
  private final int[] right;
  private final int[] count;
  private int size;

  /** Of the column drawn last, in the node at hand. */
  private double least;

  private double greatest;

  private TreeGrower(double[][] rows, int height, SplittableRandom draws) {
    this.rows = rows;
    this.height = height;
    this.draws = draws;
    columns = new int[rows[0].length];
    Arrays.setAll(columns, i -> i);
    int most = (int) Math.min(2L * rows.length, 2L << height) - 1;
    feature = new int[most];
    threshold = new double[most];
    right = new int[most];
    count = new int[most];
  }

  /**
   * Grows a tree.
   *
   * @param sample without NaN, one row at least; its order changes
   * @param height at which the tree ends at the latest, in steps
   */
  static Tree grow(double[][] sample, int height, SplittableRandom draws) {
    TreeGrower grower = new TreeGrower(sample, height, draws);
    grower.append(0, sample.length, 0, grower.columns.length);
    return new Tree(
        Arrays.copyOf(grower.feature, grower.size),
        Arrays.copyOf(grower.threshold, grower.size),
        Arrays.copyOf(grower.right, grower.size),
        Arrays.copyOf(grower.count, grower.size));
  }

  /**
   * Appends the node of some rows, and those below it.
   *
   * @param varying so many of the columns may vary there; the others are known to be constant
   */
  private void append(int from, int to, int depth, int varying) {
    int node = size++;
    count[node] = to - from;
    int left = depth < height && to - from > 1 ? varying : 0;
    while (left > 0) {
      int drawn = draws.nextInt(left);
      int column = columns[drawn];
      if (varies(column, from, to)) {
        split(node, column, from, to, depth, left);
        return;
      }
      // Constant here, and so in every node below: it is not drawn there again.
      left--;
      columns[drawn] = columns[left];
      columns[left] = column;
    }
    feature[node] = Tree.LEAF;
  }

  private boolean varies(int column, int from, int to) {
    least = rows[from][column];
    greatest = least;
    for (int i = from + 1; i < to; i++) {
      double value = rows[i][column];
      if (value < least) {
        least = value;
      } else if (value > greatest) {
        greatest = value;
      }
    }
    return least < greatest;
  }

  private void split(int node, int column, int from, int to, int depth, int varying) {
    double value = between();
    int middle = partition(column, value, from, to);
    feature[node] = column;
    threshold[node] = value;
    append(from, middle, depth + 1, varying);
    right[node] = size;
    append(middle, to, depth + 1, varying);
  }

  /** Above the least and at most the greatest, so that both sides of it get rows. */
  private double between() {
    double share = draws.nextDouble();
    // Two products, since the difference of two large numbers may not be finite.
    double value = (1 - share) * least + share * greatest;
    return Math.min(greatest, Math.max(Math.nextUp(least), value));
  }

  /** Puts the rows below the value first; where the others begin. */
  private int partition(int column, double value, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      double[] row = rows[low];
      if (row[column] < value) {
        low++;
      } else {
        high--;
        rows[low] = rows[high];
        rows[high] = row;
      }
    }
    return low;
  }
}
