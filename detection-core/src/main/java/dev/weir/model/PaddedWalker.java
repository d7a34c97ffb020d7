package dev.weir.model;

import java.util.Arrays;

/**
 * Takes a row down all trees at once, a level at a time: no step waits for the one before it, and
 * none has a branch to guess.
 */
final class PaddedWalker implements PathLengths.Walker {

  private final NodeCode code;
  private final int trees;
  private final int[][] nodes;
  private final double[][] shares;
  private final double[] pathLengths;
  private final int[] codes;

  /** Where the row is on the present level: in each tree, then wherever else it may be. */
  private int[] positions;

  /** How much each position counts; only of rows that miss a value. */
  private double[] weights = {};

  PaddedWalker(NodeCode code, int trees, int[][] nodes, double[][] shares, double[] pathLengths) {
    this.code = code;
    this.trees = trees;
    this.nodes = nodes;
    this.shares = shares;
    this.pathLengths = pathLengths;
    codes = new int[code.rowCodes()];
    positions = new int[trees];
  }

  @Override
  public double sum(double[] row) {
    boolean missing = code.row(row, codes);
    for (int i = 0; i < trees; i++) {
      positions[i] = i;
    }
    return missing ? sumOfBranches() : sumOfPaths();
  }

  private double sumOfPaths() {
    for (int[] level : nodes) {
      step(level, positions, trees, codes);
    }
    double sum = 0;
    for (int i = 0; i < trees; i++) {
      sum += pathLengths[positions[i]];
    }
    return sum;
  }

  private static void step(int[] nodes, int[] positions, int count, int[] codes) {
    // The compiler needs no bounds check under a mask that it sees to be length - 1.
    int mask = codes.length - 1;
    for (int i = 0; i < count; i++) {
      int position = positions[i];
      int node = nodes[position];
      positions[i] = 2 * position + ((node - codes[node & mask]) >>> 31);
    }
  }

  private double sumOfBranches() {
    reserve(trees);
    Arrays.fill(weights, 0, trees, 1);
    int count = trees;
    for (int level = 0; level < nodes.length; level++) {
      reserve(2 * count);
      count = branch(nodes[level], shares[level], count);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i] * pathLengths[positions[i]];
    }
    return sum;
  }

  private void reserve(int size) {
    if (positions.length < size) {
      positions = Arrays.copyOf(positions, 2 * size);
    }
    if (weights.length < size) {
      weights = Arrays.copyOf(weights, positions.length);
    }
  }

  /** A step that goes left where the value is missing, and notes the way to the right behind. */
  private int branch(int[] nodes, double[] shares, int count) {
    int mask = codes.length - 1;
    int missingBit = code.missingBit();
    int end = count;
    for (int i = 0; i < count; i++) {
      int position = positions[i];
      int node = nodes[position];
      int difference = node - codes[node & mask];
      positions[i] = 2 * position + (difference >>> 31);
      if ((difference & missingBit) != 0) {
        double left = weights[i] * shares[position];
        positions[end] = 2 * position + 1;
        weights[end] = weights[i] - left;
        weights[i] = left;
        end++;
      }
    }
    return end;
  }
}
