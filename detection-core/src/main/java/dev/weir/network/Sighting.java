package dev.weir.network;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;

/**
 * One direction of a conversation as one interface saw it, before anything is concluded from it.
 * Decoders of one-way logs fill it and {@link Vantage} reads it; absent texts are empty, absent
 * numbers {@link FlowRecord#ABSENT}.
 */
public final class Sighting {
  String account = "";
  String network = "";
  String targetAccount = "";
  String targetNetwork = "";
  boolean transit;
  String interfaceId = "";
  String source = "";
  String target = "";
  String packetSource = "";
  String packetTarget = "";
  int sourcePort = FlowRecord.ABSENT;
  int targetPort = FlowRecord.ABSENT;
  int protocol = FlowRecord.ABSENT;
  int tcpFlags = FlowRecord.ABSENT;
  Direction direction = Direction.UNKNOWN;
  Action action = Action.UNKNOWN;
  long bytes = FlowRecord.ABSENT;

  /** Whether an interface took the packets in or sent them out. */
  public enum Direction {
    INGRESS,
    EGRESS,
    UNKNOWN
  }

  /** Starts empty. */
  public Sighting() {}

  /** The account that owns the interface. */
  public Sighting account(String id) {
    account = id;
    return this;
  }

  /** The VPC, where private addresses are unique. */
  public Sighting network(String id) {
    network = id;
    return this;
  }

  /**
   * Account and VPC of the record's target, which a transit gateway tells apart from those of its
   * source; without this both are the same.
   */
  public Sighting target(String accountId, String vpcId) {
    targetAccount = accountId;
    targetNetwork = vpcId;
    return this;
  }

  /** Seen where networks meet: taken in from the one and, unless it is lost, sent to the other. */
  public Sighting inTransit() {
    transit = true;
    return this;
  }

  public Sighting interfaceId(String id) {
    interfaceId = id;
    return this;
  }

  /** Canonical addresses at the interface, one of them its own; empty where the log has none. */
  public Sighting ends(String from, String to) {
    source = from;
    target = to;
    return this;
  }

  /**
   * Canonical addresses in the packet, which differ from those at the interface behind NAT; empty
   * where the log does not tell.
   */
  public Sighting packetEnds(String from, String to) {
    packetSource = from;
    packetTarget = to;
    return this;
  }

  public Sighting ports(int from, int to) {
    sourcePort = from;
    targetPort = to;
    return this;
  }

  /** IANA protocol number: only TCP has flags. */
  public Sighting protocol(int number) {
    protocol = number;
    return this;
  }

  /** The flags of all packets of the interval, OR-ed; 0 in the middle of a connection. */
  public Sighting tcpFlags(int flags) {
    tcpFlags = flags;
    return this;
  }

  public Sighting direction(Direction value) {
    direction = value;
    return this;
  }

  public Sighting action(Action value) {
    action = value;
    return this;
  }

  public Sighting bytes(long count) {
    bytes = count;
    return this;
  }
}
