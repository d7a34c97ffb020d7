package dev.weir.network;

import dev.weir.flow.AddressBits;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ranges that no host on the internet has.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a>, of which private, shared and
 *     loopback addresses are left out: {@link dev.weir.flow.IpAddress#isPrivate} knows them
 */
public enum SpecialRange {
  /** No address yet, such as a DHCP client's: RFC 1122. */
  UNSPECIFIED("an unspecified address", false, "0.0.0.0/8", "::/128"),
  /** On the own link only: RFC 3927, RFC 4291. */
  LINK_LOCAL("a link-local address", false, "169.254.0.0/16", "fe80::/10"),
  /** Written in books: RFC 5737, RFC 3849. */
  DOCUMENTATION(
      "an address kept for documentation",
      true,
      "192.0.2.0/24",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "2001:db8::/32"),
  /** Of test beds: RFC 2544, RFC 5180. */
  BENCHMARKING("an address kept for benchmarks", true, "198.18.0.0/15", "2001:2::/48"),
  /** Many receivers, never a sender: RFC 5771, RFC 4291. */
  MULTICAST("a multicast address", false, "224.0.0.0/4", "ff00::/8"),
  /** Everybody on the link: RFC 919. */
  BROADCAST("the broadcast address", false, "255.255.255.255/32"),
  /** Nobody's: RFC 1112; the broadcast address aside. */
  RESERVED("a reserved address", true, "240.0.0.0/4");

  private final String text;
  private final boolean deniable;

  @SuppressWarnings("ImmutableEnumChecker") // Final, and its arrays are its own.
  private final AddressSet ranges;

  SpecialRange(String text, boolean deniable, String... ranges) {
    this.text = text;
    this.deniable = deniable;
    this.ranges = AddressSet.of(Stream.of(ranges).map(Cidr::parse).toList());
  }

  /** The range that holds an address, or nothing for an ordinary one. */
  public static Optional<SpecialRange> of(AddressBits address) {
    return Stream.of(values()).filter(range -> range.ranges.contains(address)).findFirst();
  }

  /** What such an address is, for a person. */
  public String text() {
    return text;
  }

  /** Whether a filter may drop it without cutting what a working network needs. */
  public boolean isDeniable() {
    return deniable;
  }
}
