package dev.weir.cli.replay;

/** One line of a log on its way to a topic. */
final class Line {

  /** Before every flow. */
  static final long NO_TIME = Long.MIN_VALUE;

  private final byte[] bytes;
  private final byte[] key;
  private final long time;

  private Line(byte[] bytes, byte[] key, long time) {
    this.bytes = bytes;
    this.key = key;
    this.time = time;
  }

  /** A flow, with its source address as key, so that a source stays in one partition. */
  static Line ofFlow(byte[] bytes, byte[] source, long eventTime) {
    return new Line(bytes, source, eventTime);
  }

  /**
   * A line that is no flow; it goes by the time of the flow before it, NO_TIME before the first.
   */
  static Line ofNoFlow(byte[] bytes, long time) {
    return new Line(bytes, null, time);
  }

  /** The line as it stands in the file. */
  byte[] bytes() {
    return bytes;
  }

  /** The message's key; null for a line that is no flow. */
  byte[] key() {
    return key;
  }

  /** Epoch milliseconds. */
  long time() {
    return time;
  }

  boolean isFlow() {
    return key != null;
  }
}
