package dev.weir.file;

/**
 * How far a log is out of order: fed each flow's event time in the order of the log, it knows by
 * how much the worst flow lies behind one that came before it. Whoever holds flows back that long
 * sees them all in order. Knows the span of the event times as well.
 */
public final class Disorder {
  private long flows;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long maxMillis;

  /** Measures nothing yet. */
  public Disorder() {}

  /** Takes the next flow's event time in epoch milliseconds. */
  public void add(long eventTime) {
    flows++;
    first = Math.min(first, eventTime);
    last = Math.max(last, eventTime);
    maxMillis = Math.max(maxMillis, last - eventTime);
  }

  /**
   * Takes everything that the other measured, as if its flows had followed this one's: the disorder
   * of two files read one after the other.
   */
  public void addAll(Disorder next) {
    if (next.isEmpty()) {
      return;
    }
    long across = isEmpty() ? 0 : last - next.first;
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

  /** The largest of the running maximum's leads over a flow's event time; 0 for a log in order. */
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
