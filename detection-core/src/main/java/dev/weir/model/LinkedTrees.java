package dev.weir.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trees of any shape, node by node in preorder, as the model file has them: what a forest gives
 * back, and what it walks where padded trees would not do.
 */
final class LinkedTrees implements PathLengths {

  private final int[] roots;
  private final int[] feature;
  private final double[] value;
  private final int[] right;
  private final int[] count;

  /** Lays out trees that are proper. */
  LinkedTrees(List<Tree> trees) {
    int nodes = trees.stream().mapToInt(Tree::size).sum();
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

  /** In leaves the value is the path length. */
  private void setPathLengths(int node, int depth) {
    if (feature[node] == Tree.LEAF) {
      value[node] = PathLength.ofLeaf(depth, count[node]);
    } else {
      setPathLengths(node + 1, depth + 1);
      setPathLengths(right[node], depth + 1);
    }
  }

  int size() {
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

  @Override
  public Walker walker() {
    return this::sum;
  }

  private double sum(double[] row) {
    double sum = 0;
    for (int root : roots) {
      sum += pathLength(row, root);
    }
    return sum;
  }

  private double pathLength(double[] row, int start) {
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
    double below = PathLength.shareBelow(count[node + 1], count[right[node]]);
    if (below == 0) {
      return pathLength(row, right[node]);
    }
    if (below == 1) {
      return pathLength(row, node + 1);
    }
    return below * pathLength(row, node + 1) + (1 - below) * pathLength(row, right[node]);
  }
}
