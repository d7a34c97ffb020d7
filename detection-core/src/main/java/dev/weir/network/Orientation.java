package dev.weir.network;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Services;
import dev.weir.flow.Side;

/**
 * Tells for which direction of a conversation a one-way record was written, without waiting for the
 * record of the other direction.
 */
final class Orientation {
  private Orientation() {}

  /**
   * The side of a record as written: a refused packet came from whoever wanted the connection;
   * otherwise the end at a service's port was called. Where both ends or neither are at one, as
   * with ICMP, ports tell nothing.
   *
   * @param srcPort or {@link FlowRecord#ABSENT}
   * @param dstPort or {@link FlowRecord#ABSENT}
   */
  static Side of(Action action, int srcPort, int dstPort) {
    if (action == Action.REJECT) {
      return Side.INITIATOR;
    }
    boolean fromService = Services.isStandard(srcPort);
    boolean toService = Services.isStandard(dstPort);
    if (srcPort == FlowRecord.ABSENT || dstPort == FlowRecord.ABSENT || fromService == toService) {
      return Side.UNORIENTED;
    }
    return toService ? Side.INITIATOR : Side.RESPONDER;
  }
}
