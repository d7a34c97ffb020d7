package dev.weir.feature;

/**
 * A histogram of event times in a window, of 64 slots with one bit each: whether anything happened
 * in that sixty-fourth. Merging is a bitwise or.
 */
final class ActivitySlots {

  private static final int SLOTS = 64;

  private ActivitySlots() {}

  /** The bit of the slot that an offset from the window's start falls into. */
  static long bit(long offset, long windowSize) {
    // Offsets are below a week of milliseconds (2^30): the product fits.
    return 1L << (int) (offset * SLOTS / windowSize);
  }

  /** When a slot begins. */
  static long start(int slot, long windowStart, long windowSize) {
    return windowStart + slot * windowSize / SLOTS;
  }

  /** How long a slot lasts, in milliseconds, at least 1. */
  static long length(long windowSize) {
    return Math.max(1, windowSize / SLOTS);
  }

  /**
   * The bits of the slots that reach into the last part of a window: of windows that slide what the
   * window before did not hold.
   *
   * @param part milliseconds, above 0 and at most the window's size
   */
  static long last(long part, long windowSize) {
    int first = (int) ((windowSize - part) * SLOTS / windowSize);
    return -1L << first;
  }

  /** 1 / (1 + coefficient of variation of the gaps between occupied slots); NaN below three. */
  static double regularity(long slots) {
    int occupied = Long.bitCount(slots);
    if (occupied < 3) {
      return Double.NaN;
    }
    long gaps = occupied - 1L;
    long sum = 0;
    long squares = 0;
    int previous = Long.numberOfTrailingZeros(slots);
    for (long rest = slots & (slots - 1); rest != 0; rest &= rest - 1) {
      int slot = Long.numberOfTrailingZeros(rest);
      int gap = slot - previous;
      sum += gap;
      squares += (long) gap * gap;
      previous = slot;
    }
    // Variance and mean times gaps^2 and gaps: integers, so that no order of sums matters.
    double scaledVariance = gaps * squares - sum * sum;
    return 1 / (1 + StrictMath.sqrt(scaledVariance) / sum);
  }
}
