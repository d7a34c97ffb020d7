package dev.weir.model;

import dev.weir.feature.SourceKey;
import dev.weir.flow.AddressBits;
import dev.weir.network.AddressSet;
import dev.weir.network.Cidr;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells every source's standing, by its address alone. It is part of the model, so that whoever
 * scores tells the same as the trainer did. Immutable.
 */
public final class Segmentation {

  /** Tells nothing of any source. */
  public static final Segmentation NONE =
      new Segmentation(AddressSet.EMPTY, AddressSet.EMPTY, Set.of());

  /** Most servers that are told apart; keeps hostile files small. */
  public static final int MAX_SERVERS = 10_000;

  private final AddressSet internal;
  private final AddressSet shared;
  private final Set<String> servers;
  private final boolean none;

  /**
   * Tells by these addresses.
   *
   * @param internal the network's own
   * @param shared those that many hosts stand behind, whether the network's own or not
   * @param servers canonical texts of addresses that others come to
   */
  public Segmentation(AddressSet internal, AddressSet shared, Set<String> servers) {
    if (servers.size() > MAX_SERVERS) {
      throw new IllegalArgumentException(servers.size() + " servers");
    }
    this.internal = internal;
    this.shared = shared;
    this.servers = Set.copyOf(servers);
    this.none = internal.isEmpty() && shared.isEmpty() && servers.isEmpty();
  }

  /**
   * A source's standing.
   *
   * @param bits to read the address into: one for many sources, so that none makes objects but
   *     those of a prefix
   */
  public Standing of(SourceKey source, AddressBits bits) {
    if (none) {
      return Standing.UNPLACED;
    }
    String address = source.address();
    boolean server = servers.contains(address);
    if (address.indexOf('/') >= 0) {
      return ofPrefix(address, server);
    }
    if (!bits.read(address)) {
      return Standing.UNPLACED;
    }
    return of(shared.contains(bits), internal.contains(bits), server);
  }

  private Standing ofPrefix(String text, boolean server) {
    Cidr prefix;
    try {
      prefix = Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      return Standing.UNPLACED;
    }
    return of(shared.overlaps(prefix), internal.overlaps(prefix), server);
  }

  private static Standing of(boolean isShared, boolean isInside, boolean isServer) {
    if (isShared) {
      return isServer ? Standing.SHARED_SERVER : Standing.SHARED_CLIENT;
    }
    if (isInside) {
      return isServer ? Standing.INSIDE_SERVER : Standing.INSIDE_CLIENT;
    }
    return isServer ? Standing.OUTSIDE_SERVER : Standing.OUTSIDE_CLIENT;
  }

  AddressSet internal() {
    return internal;
  }

  AddressSet shared() {
    return shared;
  }

  /** In the order of their texts. */
  Set<String> servers() {
    return new TreeSet<>(servers);
  }
}
