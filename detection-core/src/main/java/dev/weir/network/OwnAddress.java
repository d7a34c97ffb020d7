package dev.weir.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an interface's own addresses can be, one of IPv4 and one of IPv6: the ends that all of its
 * records so far have had in common. That is the same in whatever order they come. Where nothing is
 * common, the interface has several addresses or passes traffic on, and nothing is known any more.
 */
final class OwnAddress {

  private final Common ipv4 = new Common();
  private final Common ipv6 = new Common();

  /**
   * Takes in the ends of a record that can be the interface's; empty for one that can't.
   *
   * @return the one address that remains, or empty where none or two do
   */
  String narrow(boolean isIpv6, String one, String other) {
    return (isIpv6 ? ipv6 : ipv4).narrow(one, other);
  }

  /** The addresses that are known by now. */
  Set<String> known() {
    Set<String> known = new HashSet<>();
    for (Common common : List.of(ipv4, ipv6)) {
      if (!common.only().isEmpty()) {
        known.add(common.only());
      }
    }
    return Set.copyOf(known);
  }

  /** An intersection of pairs. */
  private static final class Common {
    private String first = "";
    private String second = "";
    private boolean begun;

    String narrow(String one, String other) {
      if (!begun) {
        begun = true;
        first = one;
        second = other.equals(one) ? "" : other;
      } else if (!first.isEmpty() || !second.isEmpty()) {
        first = kept(first, one, other);
        second = kept(second, one, other);
      }
      return only();
    }

    /** The one that remains, or empty where none or two do. */
    String only() {
      if (first.isEmpty()) {
        return second;
      }
      return second.isEmpty() ? first : "";
    }

    private static String kept(String known, String one, String other) {
      return known.equals(one) || known.equals(other) ? known : "";
    }
  }
}
