package dev.weir.model;

import java.util.Arrays;
import java.util.List;

/**
 * Trees that are all filled up to the same depth, level by level: the children of position p on one
 * level are 2p and 2p + 1 on the next, so that a step is arithmetic on small integers without a
 * branch, and the same for all trees.
 */
final class PaddedTrees implements PathLengths {

  /** Padding may take so many times the nodes that there are, and forests this small any number. */
  private static final int MAX_PADDING = 4;

  private static final int SMALL = 4096;
  private static final int MAX_LEAVES = 1 << 23;

  private final NodeCode code;
  private final int trees;

  /** Coded nodes, by level. */
  private final int[][] nodes;

  /** The share of a node's training rows that went left, by level; for missing values. */
  private final double[][] shares;

  private final double[] pathLengths;

  private PaddedTrees(NodeCode code, List<Tree> trees, int depth) {
    this.code = code;
    this.trees = trees.size();
    nodes = new int[depth][];
    shares = new double[depth][];
    for (int level = 0; level < depth; level++) {
      nodes[level] = new int[this.trees << level];
      shares[level] = new double[this.trees << level];
      Arrays.fill(nodes[level], code.padding());
    }
    pathLengths = new double[this.trees << depth];
    for (int i = 0; i < this.trees; i++) {
      layOut(trees.get(i), 0, 0, i);
    }
  }

  /**
   * Lays out trees that are proper.
   *
   * @return null where padding would waste too much memory, or ranks need too many bits
   */
  static PaddedTrees of(int columns, List<Tree> trees) {
    int depth = trees.stream().mapToInt(Tree::depth).max().orElseThrow();
    long size = trees.stream().mapToLong(Tree::size).sum();
    long allowed = Math.min(MAX_LEAVES, Math.max(SMALL, MAX_PADDING * size));
    if (trees.size() > allowed >> Math.min(depth, Integer.SIZE)) {
      return null;
    }
    NodeCode code = new NodeCode(columns, trees);
    return code.fits() ? new PaddedTrees(code, trees, depth) : null;
  }

  private void layOut(Tree tree, int node, int level, int position) {
    int column = tree.feature()[node];
    if (column == Tree.LEAF) {
      int below = nodes.length - level;
      double length = PathLength.ofLeaf(level, tree.count()[node]);
      Arrays.fill(pathLengths, position << below, (position + 1) << below, length);
      return;
    }
    int right = tree.right()[node];
    nodes[level][position] = code.node(column, tree.threshold()[node]);
    shares[level][position] = PathLength.shareBelow(tree.count()[node + 1], tree.count()[right]);
    layOut(tree, node + 1, level + 1, 2 * position);
    layOut(tree, right, level + 1, 2 * position + 1);
  }

  @Override
  public Walker walker() {
    return new PaddedWalker(code, trees, nodes, shares, pathLengths);
  }
}
