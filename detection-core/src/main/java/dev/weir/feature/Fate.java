package dev.weir.feature;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;

/** What became of a flow. */
final class Fate {

  private Fate() {}

  /** Whether the log says, by the network's action or by the server's answer. */
  static boolean isKnown(FlowRecord flow) {
    return flow.action() != Action.UNKNOWN || flow.responseCode() != FlowRecord.ABSENT;
  }

  /** Whether the network or the server refused it. */
  static boolean isRefused(FlowRecord flow) {
    return flow.action() == Action.REJECT
        || (flow.responseCode() >= 400 && flow.responseCode() < 600);
  }
}
