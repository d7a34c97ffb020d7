package dev.weir.train.forest;

/**
 * How large a forest is to be.
 *
 * @param trees how many
 * @param subsample psi, the rows that each tree is grown from, or all where there are fewer
 * @param height at which trees end at the latest; never beyond log2 of the subsample
 */
public record ForestShape(int trees, int subsample, int height) {

  /** The paper's, and scikit-learn's default: a hundred trees of 256 rows, of whatever height. */
  public static final ForestShape CLASSICAL = new ForestShape(100, 256, 32);

  /**
   * The same over so many rows: no tree has more than there are, and none is higher than it pays.
   */
  ForestShape over(int rows) {
    int psi = Math.min(subsample, rows);
    int full = Integer.SIZE - Integer.numberOfLeadingZeros(psi - 1);
    return new ForestShape(trees, psi, Math.min(height, full));
  }
}
