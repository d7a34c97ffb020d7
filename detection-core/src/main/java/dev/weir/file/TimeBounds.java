package dev.weir.file;

/**
 * Which event times of files are believed: one wild clock must not make everything after it late.
 *
 * @param maxDisorder milliseconds that a flow may lie behind the latest before it; further back it
 *     is late, whatever the others are like
 * @param latest epoch milliseconds; flows beyond it are set aside, unless most of a history is
 */
public record TimeBounds(long maxDisorder, long latest) {

  /** Believes every time. */
  public static final TimeBounds NONE = new TimeBounds(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final long MAX_FUTURE = 5 * 60_000L;

  /**
   * Bounds without options: clocks may differ by five minutes.
   *
   * @param now by the clock, in epoch milliseconds
   */
  public static TimeBounds at(long now, long maxDisorder) {
    return new TimeBounds(maxDisorder, now + MAX_FUTURE);
  }

  /** Refuses what bounds nothing. */
  public TimeBounds {
    if (maxDisorder < 0) {
      throw new IllegalArgumentException("a disorder of " + maxDisorder + " ms");
    }
  }
}
