package dev.weir.model;

import java.util.Arrays;

/**
 * One isolation tree as arrays, nodes in preorder: the left child of node i is i + 1. A row goes
 * left where its value of the node's feature is below the threshold.
 *
 * @param feature column of the transformed row, or {@link #LEAF}
 * @param threshold what the value is compared with; 0 in leaves
 * @param right index of the right child; 0 in leaves
 * @param count training rows that reached the node
 */
public record Tree(int[] feature, double[] threshold, int[] right, int[] count) {

  /** In place of a feature, where a node is a leaf. */
  public static final int LEAF = -1;

  /** Number of nodes. */
  public int size() {
    return feature.length;
  }

  /** The longest way down, in steps; 0 of a single leaf. The tree must be proper. */
  int depth() {
    return depth(0);
  }

  private int depth(int node) {
    return feature[node] == LEAF ? 0 : 1 + Math.max(depth(node + 1), depth(right[node]));
  }

  /**
   * Checks that the arrays are one proper tree over rows of that width.
   *
   * @throws IllegalArgumentException saying which node is wrong, and how
   */
  void validate(int columns, int maxDepth) {
    int n = size();
    if (n == 0 || threshold.length != n || right.length != n || count.length != n) {
      throw new IllegalArgumentException("a tree's arrays differ in length or are empty");
    }
    int end = validate(0, 0, columns, maxDepth);
    if (end != n) {
      throw new IllegalArgumentException("node " + end + " hangs on no other");
    }
  }

  private int validate(int node, int depth, int columns, int maxDepth) {
    if (node >= size() || depth > maxDepth) {
      throw new IllegalArgumentException("node " + node + " is missing or too deep");
    }
    if (count[node] < 0) {
      throw new IllegalArgumentException("node " + node + " has a negative count");
    }
    if (feature[node] == LEAF) {
      if (threshold[node] != 0 || right[node] != 0) {
        throw new IllegalArgumentException("leaf " + node + " has a threshold or a child");
      }
      return node + 1;
    }
    if (feature[node] < 0 || feature[node] >= columns || !Double.isFinite(threshold[node])) {
      throw new IllegalArgumentException("node " + node + " splits on nothing");
    }
    int middle = validate(node + 1, depth + 1, columns, maxDepth);
    if (right[node] != middle) {
      throw new IllegalArgumentException("node " + node + " has its right child elsewhere");
    }
    int end = validate(middle, depth + 1, columns, maxDepth);
    if ((long) count[node + 1] + count[middle] != count[node]) {
      throw new IllegalArgumentException("node " + node + " has other rows than its children");
    }
    return end;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree that
        && Arrays.equals(feature, that.feature)
        && Arrays.equals(threshold, that.threshold)
        && Arrays.equals(right, that.right)
        && Arrays.equals(count, that.count);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(threshold);
  }
}
