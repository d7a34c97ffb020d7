package dev.weir.network;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.IpAddress;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;

/**
 * Turns what an interface saw into a flow that begins at its initiator. Not thread-safe: what it
 * learns of interfaces it keeps between calls.
 */
public final class Vantage {

  /**
   * Gives a flow its ends, side, scope, source, action and bytes.
   *
   * @return why the flow is not to be counted, or null where it is
   */
  public SetAside place(Sighting seen, FlowRecordBuilder flow) {
    Side side = Orientation.of(seen.action, seen.sourcePort, seen.targetPort);
    flow.side(side).action(seen.action);
    if (side == Side.RESPONDER) {
      ends(seen, flow, seen.target, seen.targetPort, seen.source, seen.sourcePort);
    } else {
      ends(seen, flow, seen.source, seen.sourcePort, seen.target, seen.targetPort);
    }
    bytes(side, seen.bytes, flow);
    return null;
  }

  private static void ends(
      Sighting seen,
      FlowRecordBuilder flow,
      String source,
      int sourcePort,
      String target,
      int targetPort) {
    flow.srcIp(source)
        .srcPort(sourcePort)
        .dstIp(target)
        .dstPort(targetPort)
        .scope(IpAddress.isPrivate(source) ? seen.account : "");
  }

  /** A one-way record knows that it saw nothing of the other direction; bytes may be unknown. */
  private static void bytes(Side side, long bytes, FlowRecordBuilder flow) {
    long none = bytes == FlowRecord.ABSENT ? FlowRecord.ABSENT : 0;
    flow.bytesIn(side == Side.RESPONDER ? none : bytes)
        .bytesOut(side == Side.RESPONDER ? bytes : none);
  }
}
