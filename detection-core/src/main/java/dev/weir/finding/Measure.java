package dev.weir.finding;

/**
 * How much of something there is, and how much would be too much.
 *
 * @param value what was measured; never NaN
 * @param normal what 99.9 % of the training windows, or a target's own peak, do not exceed; 0 where
 *     training knew none
 * @param floor below it nothing is too much, whatever training knew; above 0
 * @param limit what the value has to reach; not below the floor
 */
record Measure(double value, double normal, double floor, double limit) {

  /** A window that reaches this part of the limit keeps an open incident from closing. */
  static final double LINGERING = 0.5;

  /** Held against {@code factor} times what is normal, and against the floor. */
  static Measure of(double value, double normal, double floor, double factor) {
    return new Measure(value, normal, floor, Math.max(floor, factor * normal));
  }

  /** The same with a limit that is so many times as high. */
  Measure harder(double factor) {
    return new Measure(value, normal, floor, factor * limit);
  }

  /** How much of its limit there is: it holds from 1 on. */
  double ofLimit() {
    return value / limit;
  }

  boolean holds() {
    return value >= limit;
  }

  boolean lingers() {
    return value >= LINGERING * limit;
  }

  /** How many times what is normal, or the floor where that is higher; what severity goes by. */
  double times() {
    return value / Math.max(floor, normal);
  }
}
