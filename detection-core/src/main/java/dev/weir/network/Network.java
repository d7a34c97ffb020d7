package dev.weir.network;

import dev.weir.flow.AddressBits;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the user has told about the network. Immutable; it travels with the job. */
public final class Network implements Serializable {

  /** The network of whoever tells nothing: private ranges are its own. */
  public static final Network DEFAULT =
      new Network(ofPrivateRanges(), AddressSet.EMPTY, AddressSet.EMPTY, List.of(), Map.of());

  private static final long serialVersionUID = 1L;

  private final AddressSet internal;
  private final AddressSet shared;
  private final AddressSet middleboxes;
  private final List<Scanner> scanners;
  private final Map<String, Set<String>> interfaces;

  /** Null where records are still to tell. */
  private final Map<String, Set<String>> learned;

  Network(
      AddressSet internal,
      AddressSet shared,
      AddressSet middleboxes,
      List<Scanner> scanners,
      Map<String, Set<String>> interfaces) {
    this(internal, shared, middleboxes, scanners, interfaces, null);
  }

  private Network(
      AddressSet internal,
      AddressSet shared,
      AddressSet middleboxes,
      List<Scanner> scanners,
      Map<String, Set<String>> interfaces,
      Map<String, Set<String>> learned) {
    this.internal = internal;
    this.shared = shared;
    this.middleboxes = middleboxes;
    this.scanners = List.copyOf(scanners);
    this.interfaces = Map.copyOf(interfaces);
    this.learned = learned == null ? null : Map.copyOf(learned);
  }

  /**
   * The same network after all of its records have been read: of the interfaces that nobody told of
   * these are known, and nothing more will be.
   */
  Network withLearned(Map<String, Set<String>> addresses) {
    return new Network(internal, shared, middleboxes, scanners, interfaces, addresses);
  }

  /** What {@link dev.weir.flow.IpAddress#isPrivate} calls private, as ranges. */
  static AddressSet ofPrivateRanges() {
    return AddressSet.of(
        List.of(
                "10.0.0.0/8",
                "100.64.0.0/10",
                "127.0.0.0/8",
                "169.254.0.0/16",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "::1",
                "fc00::/7",
                "fe80::/10")
            .stream()
            .map(Cidr::parse)
            .toList());
  }

  /** The network's own addresses. */
  public AddressSet internal() {
    return internal;
  }

  /** Addresses that many hosts stand behind: a proxy, NAT, a CDN or a load balancer. */
  public AddressSet shared() {
    return shared;
  }

  /** Whether an address is one of the network's own. */
  public boolean isInternal(AddressBits address) {
    return internal.contains(address);
  }

  /** Whether any address of a prefix is one of the network's own. */
  public boolean isInternal(Cidr prefix) {
    return internal.overlaps(prefix);
  }

  /** Whether many hosts stand behind any address of a prefix. */
  public boolean isShared(Cidr prefix) {
    return shared.overlaps(prefix);
  }

  /** Whether many hosts stand behind an address: a proxy, NAT, a CDN or a load balancer. */
  public boolean isShared(AddressBits address) {
    return shared.contains(address);
  }

  /** Whether an address passes on what others send. */
  public boolean isMiddlebox(AddressBits address) {
    return middleboxes.contains(address);
  }

  /** Whether any middlebox is told of: most networks can then do without looking. */
  boolean hasMiddleboxes() {
    return !middleboxes.isEmpty();
  }

  /** Machines of one's own that scan. */
  public List<Scanner> scanners() {
    return scanners;
  }

  /** The addresses of an interface in canonical text, as told, else as learned; or empty. */
  Set<String> addressesOf(String interfaceId) {
    Set<String> told = interfaces.get(interfaceId);
    if (told != null) {
      return told;
    }
    return learned == null ? Set.of() : learned.getOrDefault(interfaceId, Set.of());
  }

  /** Whether all that records can tell of interfaces is known. */
  boolean hasSettledInterfaces() {
    return learned != null;
  }

  /**
   * Hash of what was told that decides which flows are counted, and for whom. Two descriptions that
   * differ in their writing, or in scanners and shared addresses, have the same.
   */
  String digest() {
    TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
    interfaces.forEach((id, addresses) -> sorted.put(id, new TreeSet<>(addresses)));
    String text = internal.text() + '|' + middleboxes.text() + '|' + sorted;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
