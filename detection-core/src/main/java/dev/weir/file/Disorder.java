package dev.weir.file;

/**
 * How far a log is out of order: fed each flow's event time in the order of the log, it knows by
 * how much the worst flow lies behind one that came before it. Whoever holds flows back that long
 * sees them all in order. A flow further behind than a cap is left aside: it is late, and holding
 * the others back would not help it. Knows the span of the event times as well.
 */
public final class Disorder {
  private final long cap;
  private long flows;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long maxMillis;

  /**
   * Measures nothing yet.
   *
   * @param cap milliseconds, the most that {@link #maxMillis} will be
   */
  public Disorder(long cap) {
    this.cap = cap;
  }

  /** Takes the next flow's event time in epoch milliseconds. */
  public void add(long eventTime) {
    flows++;
    first = Math.min(first, eventTime);
    last = Math.max(last, eventTime);
    long behind = last - eventTime;
    if (behind <= cap) {
      maxMillis = Math.max(maxMillis, behind);
    }
  }

  /**
   * Takes everything that the other measured, as if its flows had followed this one's: the disorder
   * of two files read one after the other; no less than it, where the cap comes in.
   */
  public void addAll(Disorder next) {
    if (next.isEmpty()) {
      return;
    }
    // Beyond the cap it is not known how far behind the others of the next lie.
    long across = isEmpty() ? 0 : Math.min(cap, last - next.first);
    maxMillis = Math.max(Math.max(maxMillis, next.maxMillis), across);
    flows += next.flows;
    first = Math.min(first, next.first);
    last = Math.max(last, next.last);
  }

  /** Whether no flow was seen, so that there is neither a first nor a last event time. */
  public boolean isEmpty() {
    return flows == 0;
  }

  /** The flows seen. */
  public long flows() {
    return flows;
  }

  /**
   * The largest of the running maximum's leads over a flow's event time; 0 for a log in order. At
   * most the cap.
   */
  public long maxMillis() {
    return maxMillis;
  }

  /**
   * The earliest event time.
   *
   * @throws IllegalStateException if empty
   */
  public long first() {
    requireFlows();
    return first;
  }

  /**
   * The latest event time.
   *
   * @throws IllegalStateException if empty
   */
  public long last() {
    requireFlows();
    return last;
  }

  private void requireFlows() {
    if (isEmpty()) {
      throw new IllegalStateException("no flow was seen");
    }
  }
}
