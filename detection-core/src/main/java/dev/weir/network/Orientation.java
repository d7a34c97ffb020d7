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
  private static final int TCP = 6;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  private Orientation() {}

  /**
   * The side of a record as written. TCP's handshake tells best: only who calls sends a SYN alone,
   * only who is called answers it. A refused packet came from whoever wanted the connection. Then
   * the end at a service's port was called, where just one end is at one. Last, who sends nothing
   * but resets from one odd port to another refuses what was asked.
   */
  static Side of(Sighting seen) {
    int flags = tcpFlags(seen);
    if ((flags & SYN) != 0) {
      return (flags & ACK) == 0 ? Side.INITIATOR : Side.RESPONDER;
    }
    if (seen.action == Action.REJECT) {
      return Side.INITIATOR;
    }
    Side side = byPorts(seen.sourcePort, seen.targetPort);
    return side == Side.UNORIENTED && flags == RST ? Side.RESPONDER : side;
  }

  /** Other protocols have no flags, whatever the log says; a log without protocols has TCP's. */
  private static int tcpFlags(Sighting seen) {
    boolean tcp = seen.protocol == TCP || seen.protocol == FlowRecord.ABSENT;
    return tcp && seen.tcpFlags != FlowRecord.ABSENT ? seen.tcpFlags : 0;
  }

  private static Side byPorts(int sourcePort, int targetPort) {
    boolean fromService = Services.isStandard(sourcePort);
    boolean toService = Services.isStandard(targetPort);
    if (sourcePort == FlowRecord.ABSENT
        || targetPort == FlowRecord.ABSENT
        || fromService == toService) {
      return Side.UNORIENTED;
    }
    return toService ? Side.INITIATOR : Side.RESPONDER;
  }
}
