package dev.weir.network;

import dev.weir.flow.AddressBits;

/**
 * Remembers of addresses whether they are the network's own: most flows have an end that another
 * had before, and decoders make one text of an address that recurs. Bounded: an address takes the
 * place of another that falls on the same slot.
 */
final class InsideCache {
  private static final int SLOTS = 1 << 13;

  private final Network network;
  private final AddressBits bits = new AddressBits();
  private final String[] addresses = new String[SLOTS];
  private final boolean[] inside = new boolean[SLOTS];

  InsideCache(Network network) {
    this.network = network;
  }

  /** Whether a text is an address of the network's own. */
  boolean contains(String address) {
    int hash = address.hashCode();
    int slot = (hash ^ hash >>> 13) & (SLOTS - 1);
    if (!address.equals(addresses[slot])) {
      addresses[slot] = address;
      inside[slot] = bits.read(address) && network.isInternal(bits);
    }
    return inside[slot];
  }
}
