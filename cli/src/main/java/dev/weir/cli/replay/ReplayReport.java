package dev.weir.cli.replay;

import java.time.Duration;

/**
 * What a replay did.
 *
 * @param messages messages that the topic took
 * @param flows lines that are flows
 * @param misplaced flows sent after a later one: further out of order than was allowed for, or all
 *     that were so in the files where these set the order
 * @param tooLarge lines larger than the topic takes, which it did not get
 * @param columns the columns that the files have in common, empty where they need not be said
 * @param took from the first message to the last one's arrival
 */
public record ReplayReport(
    long messages, long flows, long misplaced, long tooLarge, String columns, Duration took) {

  /** Messages a second. */
  public double rate() {
    return messages / Math.max(1e-3, took.toNanos() / 1e9);
  }
}
