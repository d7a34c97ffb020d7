package dev.weir.model;

/** Path lengths of random binary search trees, by which isolation depths are put in proportion. */
public final class PathLength {

  private static final double EULER_GAMMA = 0.5772156649;

  private PathLength() {}

  /**
   * c(n) = 2 (ln(n - 1) + gamma) - 2 (n - 1) / n, the mean path length of an unsuccessful search
   * among n points, equation 1 of <a href="https://doi.org/10.1109/ICDM.2008.17">Liu, Ting and Zhou
   * 2008</a>; 0 for one point or none. For two points it stays the paper's 0.15 rather than the
   * exact 1, as in the object trees that forests are checked against.
   */
  public static double average(int n) {
    return n <= 1 ? 0 : 2 * (StrictMath.log(n - 1.0) + EULER_GAMMA - (n - 1.0) / n);
  }

  /** h(x) of a row that ends in a leaf: the depth, and what the leaf's rows would still take. */
  static double ofLeaf(int depth, int count) {
    return depth + average(count);
  }

  /**
   * The share of a node's training rows that went below its threshold; 0, so that the right branch
   * stands for both, where there were none.
   */
  static double shareBelow(int left, int right) {
    return left == 0 ? 0 : left / ((double) left + right);
  }
}
