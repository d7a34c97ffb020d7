package dev.weir.feature;

/** Arithmetic of counts that never turn over. */
final class Sums {

  private Sums() {}

  /** The sum of two that are not negative; the largest long where it is more. */
  static long saturated(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** NaN where there is nothing to compare with. */
  static double ratio(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
