package dev.weir.train;

import java.math.BigDecimal;

/**
 * Numbers that an option may have.
 *
 * @param open whether the least itself is not one of them
 */
record Range(double least, boolean open, double most) {

  static Range of(double least, double most) {
    return new Range(least, false, most);
  }

  /** Without the least itself. */
  static Range above(double least, double most) {
    return new Range(least, true, most);
  }

  /** False of NaN. */
  boolean holds(Number number) {
    double value = number.doubleValue();
    return (open ? value > least : value >= least) && value <= most;
  }

  /** As a sentence has it: "1 to 10" or "above 0 and at most 0.5". */
  @Override
  public String toString() {
    return open
        ? "above " + text(least) + " and at most " + text(most)
        : text(least) + " to " + text(most);
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
