package dev.weir.cli.kafka;

/**
 * One line of a log on its way to a topic.
 *
 * @param bytes the line as it stands in the file
 * @param key the flow's source address, so that a source stays in one partition; null for a line
 *     that is no flow
 * @param time the flow's event time; that of the flow before it for a line that is none, and {@link
 *     #NO_TIME} before the first flow
 */
record Line(byte[] bytes, byte[] key, long time) {

  /** Before every flow. */
  static final long NO_TIME = Long.MIN_VALUE;

  boolean isFlow() {
    return key != null;
  }
}
