package dev.weir.cli.replay;

/** Keeps a replay to a multiple of the speed at which things happened. Asks no clock itself. */
final class Pacer {
  private final double speed;
  private boolean started;
  private long startNanos;
  private long startTime;

  /**
   * @param speed times real time; 0 for no pace at all
   */
  Pacer(double speed) {
    this.speed = speed;
  }

  /**
   * How long to wait before what happened at an event time is due; the first call sets the start.
   *
   * @param eventTime epoch milliseconds
   * @param nanos a monotonic clock's time
   */
  long delayNanos(long eventTime, long nanos) {
    if (speed == 0) {
      return 0;
    }
    if (!started) {
      started = true;
      startNanos = nanos;
      startTime = eventTime;
    }
    double due = (eventTime - startTime) * 1e6 / speed;
    return Math.max(0, (long) due - (nanos - startNanos));
  }
}
