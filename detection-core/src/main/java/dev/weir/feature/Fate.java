package dev.weir.feature;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;

/** What became of a flow. */
final class Fate {

  private static final int TCP = 6;

  /**
   * Three tries, at seconds 0, 1 and 3, of 60 bytes; a connection that is opened, closed and not
   * used takes four packets.
   */
  private static final long MOST_UNANSWERED = 180;

  private Fate() {}

  /** Whether the log says, by the network's action or by the server's answer. */
  static boolean isKnown(FlowRecord flow) {
    return flow.action() != Action.UNKNOWN || flow.responseCode() != FlowRecord.ABSENT;
  }

  /**
   * Whether a record tells one direction only of a TCP conversation that had both: until an answer
   * comes nothing is sent but a SYN and its repeats. What sent more was answered, in a record of
   * its own.
   */
  static boolean isHalf(FlowRecord flow) {
    return flow.bytesOut() == 0 && flow.bytesIn() > MOST_UNANSWERED && isTcp(flow);
  }

  static boolean isTcp(FlowRecord flow) {
    return flow.protocol() == TCP;
  }

  /** Whether the network or the server refused it. */
  static boolean isRefused(FlowRecord flow) {
    return flow.action() == Action.REJECT
        || (flow.responseCode() >= 400 && flow.responseCode() < 600);
  }
}
