package dev.weir.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Raw values over which a window would be normal.
 *
 * @param from inclusive
 * @param to exclusive
 */
record NormalRange(double from, double to) {

  /** Enough to tell any two doubles apart. */
  private static final int MAX_DIGITS = 17;

  /** Whether a value lies in the range. */
  boolean holds(double value) {
    return from <= value && value < to;
  }

  /**
   * A value of the range near the end that an outside value is nearer to, with as few digits as two
   * or more allow.
   *
   * @param whole whether values are whole numbers
   * @return NaN where the range holds none
   */
  double roundNear(double outside, boolean whole) {
    double least = whole ? Math.ceil(from) : from;
    double most = whole ? Math.ceil(to) - 1 : Math.nextDown(to);
    if (!(least <= most)) {
      return Double.NaN;
    }
    return outside < from
        ? rounded(least, RoundingMode.CEILING, least, most)
        : rounded(most, RoundingMode.FLOOR, least, most);
  }

  private static double rounded(double edge, RoundingMode mode, double least, double most) {
    BigDecimal exact = new BigDecimal(edge);
    for (int digits = 2; digits <= MAX_DIGITS; digits++) {
      double round = exact.round(new MathContext(digits, mode)).doubleValue();
      if (round >= least && round <= most) {
        return round;
      }
    }
    return edge;
  }
}
