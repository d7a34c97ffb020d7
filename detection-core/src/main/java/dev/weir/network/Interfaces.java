package dev.weir.network;

import dev.weir.network.Sighting.Direction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which way packets go through an interface, where the log does not tell: an interface's own
 * address is an end of all of its records. Addresses come from the network's description, else from
 * the records themselves, for a bounded number of interfaces. Not thread-safe.
 */
final class Interfaces {

  /** More than a large account has; what is forgotten is the interface unheard of for longest. */
  static final int MAX_LEARNED = 20_000;

  private final Network network;
  private final Map<String, OwnAddress> learned = new LeastRecentLeaves<>(MAX_LEARNED);

  Interfaces(Network network) {
    this.network = network;
  }

  /**
   * The direction of a record; what it tells of its interface is taken in first.
   *
   * @param fromInside whether the record's source is one of the network's own addresses
   * @param toInside whether its target is
   */
  Direction directionOf(Sighting seen, boolean fromInside, boolean toInside) {
    if (seen.direction != Direction.UNKNOWN || seen.interfaceId.isEmpty()) {
      return seen.direction;
    }
    Set<String> told = network.addressesOf(seen.interfaceId);
    if (!told.isEmpty() || network.hasSettledInterfaces()) {
      return direction(told.contains(seen.source), told.contains(seen.target));
    }
    String own = learn(seen, fromInside, toInside);
    return direction(own.equals(seen.source), own.equals(seen.target));
  }

  /** What the records so far have told of interfaces, where that is anything. */
  Map<String, Set<String>> learned() {
    Map<String, Set<String>> known = new HashMap<>();
    learned.forEach(
        (id, own) -> {
          Set<String> addresses = own.known();
          if (!addresses.isEmpty()) {
            known.put(id, addresses);
          }
        });
    return known;
  }

  private String learn(Sighting seen, boolean fromInside, boolean toInside) {
    boolean whole = !seen.source.isEmpty() && !seen.target.isEmpty();
    if (!whole || (!fromInside && !toInside)) {
      return "";
    }
    boolean ipv6 = seen.source.indexOf(':') >= 0;
    OwnAddress own = learned.get(seen.interfaceId);
    if (own == null) {
      own = new OwnAddress();
      learned.put(seen.interfaceId, own);
    }
    return own.narrow(ipv6, fromInside ? seen.source : "", toInside ? seen.target : "");
  }

  private static Direction direction(boolean out, boolean in) {
    if (out == in) {
      return Direction.UNKNOWN;
    }
    return out ? Direction.EGRESS : Direction.INGRESS;
  }

  /** A map that lets go of the key unasked for longest. */
  private static final class LeastRecentLeaves<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    LeastRecentLeaves(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
