package dev.weir.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An isolation forest in flat arrays, scoring as <a
 * href="https://doi.org/10.1109/ICDM.2008.17">Liu, Ting and Zhou 2008</a> do: s(x) = 2^(-E[h(x)] /
 * c(psi)), above 0 and at most 1, higher for what is isolated sooner. Immutable.
 *
 * <p>A row with NaN follows both branches wherever the missing value decides, weighted by the
 * training rows that went each way, which is the expected path length given what is known.
 */
public final class Forest {

  /** No forest may have more trees; keeps hostile files small. */
  public static final int MAX_TREES = 10_000;

  /** No tree may be grown from more rows. */
  public static final int MAX_SUBSAMPLE = 65_536;

  private static final int MAX_DEPTH = 64;

  private final int columns;
  private final int subsample;
  private final double normalizer;
  private final int[] roots;
  private final int[] feature;
  private final double[] value;
  private final int[] right;
  private final int[] count;

  /**
   * Lays the trees out.
   *
   * @param columns width of the rows
   * @param subsample psi, the rows that each tree was grown from, 2 to {@link #MAX_SUBSAMPLE}
   * @throws IllegalArgumentException where a tree is not proper
   */
  public Forest(int columns, int subsample, List<Tree> trees) {
    if (trees.isEmpty() || trees.size() > MAX_TREES || columns < 1) {
      throw new IllegalArgumentException("a forest needs columns, and 1 to 10000 trees");
    }
    if (subsample < 2 || subsample > MAX_SUBSAMPLE) {
      throw new IllegalArgumentException(
          "trees grown from " + subsample + " windows each, not from 2 to " + MAX_SUBSAMPLE);
    }
    this.columns = columns;
    this.subsample = subsample;
    this.normalizer = PathLength.average(subsample);
    int nodes = 0;
    for (Tree tree : trees) {
      tree.validate(columns, MAX_DEPTH);
      nodes += tree.size();
    }
    roots = new int[trees.size()];
    feature = new int[nodes];
    value = new double[nodes];
    right = new int[nodes];
    count = new int[nodes];
    int at = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = at;
      at = layOut(trees.get(i), at);
    }
  }

  private int layOut(Tree tree, int base) {
    for (int i = 0; i < tree.size(); i++) {
      feature[base + i] = tree.feature()[i];
      value[base + i] = tree.threshold()[i];
      right[base + i] = base + tree.right()[i];
      count[base + i] = tree.count()[i];
    }
    setPathLengths(base, 0);
    return base + tree.size();
  }

  /** In leaves the value is the path length: depth, and what the leaf's rows would still take. */
  private void setPathLengths(int node, int depth) {
    if (feature[node] == Tree.LEAF) {
      value[node] = depth + PathLength.average(count[node]);
    } else {
      setPathLengths(node + 1, depth + 1);
      setPathLengths(right[node], depth + 1);
    }
  }

  /** How many trees there are. */
  public int size() {
    return roots.length;
  }

  /** The trees as they were laid out. */
  List<Tree> trees() {
    return IntStream.range(0, roots.length).mapToObj(this::tree).toList();
  }

  private Tree tree(int index) {
    int from = roots[index];
    int to = index + 1 < roots.length ? roots[index + 1] : feature.length;
    double[] threshold = Arrays.copyOfRange(value, from, to);
    int[] below = Arrays.copyOfRange(right, from, to);
    for (int i = 0; i < threshold.length; i++) {
      boolean leaf = feature[from + i] == Tree.LEAF;
      threshold[i] = leaf ? 0 : threshold[i];
      below[i] = leaf ? 0 : below[i] - from;
    }
    return new Tree(
        Arrays.copyOfRange(feature, from, to),
        threshold,
        below,
        Arrays.copyOfRange(count, from, to));
  }

  /** Width of the rows. */
  public int columns() {
    return columns;
  }

  /** psi: the rows that each tree was grown from. */
  public int subsample() {
    return subsample;
  }

  /**
   * The score of a transformed row.
   *
   * @param row of {@link #columns} values; NaN where absent
   * @return above 0 and at most 1
   */
  public double score(double[] row) {
    double length = hasNaN(row) ? expectedPathLength(row) : pathLength(row);
    return StrictMath.pow(2, -(length / roots.length) / normalizer);
  }

  private static boolean hasNaN(double[] row) {
    for (double x : row) {
      if (Double.isNaN(x)) {
        return true;
      }
    }
    return false;
  }

  private double pathLength(double[] row) {
    double sum = 0;
    for (int root : roots) {
      int node = root;
      for (int f = feature[node]; f != Tree.LEAF; f = feature[node]) {
        node = row[f] < value[node] ? node + 1 : right[node];
      }
      sum += value[node];
    }
    return sum;
  }

  private double expectedPathLength(double[] row) {
    double sum = 0;
    for (int root : roots) {
      sum += expectedPathLength(row, root);
    }
    return sum;
  }

  private double expectedPathLength(double[] row, int start) {
    int node = start;
    for (int f = feature[node]; f != Tree.LEAF; f = feature[node]) {
      double x = row[f];
      if (Double.isNaN(x)) {
        return weightedPathLength(row, node);
      }
      node = x < value[node] ? node + 1 : right[node];
    }
    return value[node];
  }

  private double weightedPathLength(double[] row, int node) {
    int left = count[node + 1];
    int other = count[right[node]];
    if (left == 0) {
      return expectedPathLength(row, right[node]);
    }
    if (other == 0) {
      return expectedPathLength(row, node + 1);
    }
    double total = (double) left + other;
    return left / total * expectedPathLength(row, node + 1)
        + other / total * expectedPathLength(row, right[node]);
  }
}
