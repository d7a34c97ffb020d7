package dev.weir.network;

import dev.weir.flow.AddressBits;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Gap;
import dev.weir.flow.IpAddress;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import dev.weir.network.Sighting.Direction;
import java.util.List;

/**
 * Turns what an interface saw into a flow that begins at its initiator. Not thread-safe: what it
 * learns of interfaces it keeps between calls.
 */
public final class Vantage {
  private static final int WHOLE_ADDRESS = 128;

  private final Network network;
  private final NetworkSettings settings;
  private final Interfaces interfaces;
  private final RecentEnds recent = new RecentEnds();
  private final PrefixTexts prefixes;
  private final AddressBits bits = new AddressBits();
  private final InsideCache inside;

  /** Null where nobody tells countries but the log. */
  private final Geography geography;

  private String givenScope = "";
  private String owner = "";

  /** With everything at its default. */
  public Vantage() {
    this(Network.DEFAULT, NetworkSettings.DEFAULT);
  }

  /** In that network. */
  public Vantage(Network network, NetworkSettings settings) {
    this(network, settings, new Interfaces(network), null);
  }

  /**
   * In that network, learning of interfaces together with others.
   *
   * @param geography tells countries where logs don't; null for nobody
   */
  Vantage(Network network, NetworkSettings settings, Interfaces interfaces, Geography geography) {
    this.network = network;
    this.settings = settings;
    this.interfaces = interfaces;
    this.geography = geography;
    prefixes = new PrefixTexts(settings.ipv6Prefix());
    inside = new InsideCache(network);
  }

  /**
   * Says what is known of all records from here on: where they were logged.
   *
   * @param scope of private addresses, whatever the records say; empty for what they say
   * @param account stands in where they say nothing, or empty
   */
  public void loggedIn(String scope, String account) {
    givenScope = scope;
    owner = account;
  }

  /**
   * Gives a flow its ends, side, sight, scope, source, action and bytes.
   *
   * @return why the flow is not to be counted, or null where it is
   */
  public SetAside place(Sighting seen, FlowRecordBuilder flow) {
    String from = end(seen.source, seen.packetSource);
    String to = end(seen.target, seen.packetTarget);
    Side side = settings.orientation() ? Orientation.of(seen) : Side.UNORIENTED;
    flow.side(side).action(seen.action);
    if (side == Side.RESPONDER) {
      ends(seen, side, flow, to, seen.targetPort, from, seen.sourcePort);
    } else {
      ends(seen, side, flow, from, seen.sourcePort, to, seen.targetPort);
    }
    bytes(side, seen.bytes, flow);
    setCountry(flow);
    return settings.singleVantage() ? vantage(seen, from, to, flow) : null;
  }

  /**
   * Gives a flow of a two-way log, whose ends are set, the source that it counts for, and a scope
   * where the log has none and it is known from elsewhere.
   */
  public void locate(FlowRecordBuilder flow) {
    if (!flow.hasSourceKey()) {
      flow.source(sourceKey(flow.srcIp()));
    }
    boolean better = !givenScope.isEmpty() || (!flow.hasScope() && !owner.isEmpty());
    if (better && IpAddress.isPrivate(flow.srcIp())) {
      flow.scope(givenScope.isEmpty() ? owner : givenScope);
    }
    setCountry(flow);
  }

  /**
   * What is not known for a while, since an interface's records were lost.
   *
   * @param seen where; its ends are not asked for
   * @param start first instant of it, epoch milliseconds
   * @param end first instant after it, epoch milliseconds
   */
  public Gap gap(Sighting seen, long start, long end) {
    List<String> addresses = network.addressesOf(seen.interfaceId).stream().sorted().toList();
    return new Gap(scope(seen, Side.INITIATOR), addresses, start, end);
  }

  private void setCountry(FlowRecordBuilder flow) {
    if (geography != null && !flow.hasCountry()) {
      flow.country(geography.country(flow.srcIp()));
    }
  }

  private String end(String atInterface, String inPacket) {
    boolean packetWins = settings.nat() || atInterface.isEmpty();
    return packetWins && !inPacket.isEmpty() ? inPacket : atInterface;
  }

  private void ends(
      Sighting seen,
      Side side,
      FlowRecordBuilder flow,
      String source,
      int sourcePort,
      String target,
      int targetPort) {
    flow.srcIp(source)
        .srcPort(sourcePort)
        .dstIp(target)
        .dstPort(targetPort)
        .source(sourceKey(source))
        .scope(IpAddress.isPrivate(source) ? scope(seen, side) : "");
  }

  private String scope(Sighting seen, Side side) {
    if (!givenScope.isEmpty()) {
      return givenScope;
    }
    boolean ofTarget = side == Side.RESPONDER && !seen.targetAccount.isEmpty();
    String said =
        ofTarget
            ? settings.scope().of(seen.targetAccount, seen.targetNetwork)
            : settings.scope().of(seen.account, seen.network);
    return said.isEmpty() ? owner : said;
  }

  /** Hosts outside have more IPv6 addresses than anybody can count; inside each is one's own. */
  private String sourceKey(String address) {
    boolean counted = settings.ipv6Prefix() < WHOLE_ADDRESS && address.indexOf(':') >= 0;
    return counted && bits.read(address) && !network.isInternal(bits) ? prefixes.of(bits) : address;
  }

  /** A one-way record knows that it saw nothing of the other direction; bytes may be unknown. */
  private static void bytes(Side side, long bytes, FlowRecordBuilder flow) {
    long none = bytes == FlowRecord.ABSENT ? FlowRecord.ABSENT : 0;
    flow.bytesIn(side == Side.RESPONDER ? none : bytes)
        .bytesOut(side == Side.RESPONDER ? bytes : none);
  }

  /** What is sent inside is logged where it leaves, and again where it arrives. */
  private SetAside vantage(Sighting seen, String from, String to, FlowRecordBuilder flow) {
    if (passesOn(seen.source, seen.packetSource) || passesOn(seen.target, seen.packetTarget)) {
      return SetAside.DUPLICATE_VANTAGE;
    }
    if (seen.transit) {
      // What a gateway loses never leaves it: where it comes in all is seen, and once.
      return seen.direction == Direction.EGRESS ? SetAside.DUPLICATE_VANTAGE : null;
    }
    Direction direction = direction(seen);
    if (direction == Direction.EGRESS || !isInternal(from)) {
      return null;
    }
    if (direction == Direction.INGRESS) {
      return SetAside.DUPLICATE_VANTAGE;
    }
    if (isInternal(to)) {
      flow.sight(recent.seenElsewhere(seen) ? Sight.REPEATED : Sight.UNKNOWN);
    }
    return null;
  }

  private Direction direction(Sighting seen) {
    return seen.direction == Direction.UNKNOWN
        ? interfaces.directionOf(seen, isInternal(seen.source), isInternal(seen.target))
        : seen.direction;
  }

  /** Whether a middlebox stands at that end for the one that the packet names. */
  private boolean passesOn(String atInterface, String inPacket) {
    return network.hasMiddleboxes()
        && !inPacket.isEmpty()
        && !inPacket.equals(atInterface)
        && bits.read(atInterface)
        && network.isMiddlebox(bits);
  }

  private boolean isInternal(String address) {
    return inside.contains(address);
  }
}
