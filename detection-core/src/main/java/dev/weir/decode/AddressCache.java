package dev.weir.decode;

import dev.weir.flow.IpAddress;

/**
 * The canonical texts of addresses that recur, found by the characters of the address as it is
 * written. Up to sixteen of them, which no IPv4 address exceeds, are two numbers: a hit reads no
 * text, and so waits for little memory. Bounded as {@link TextCache} is, which has the longer ones.
 */
final class AddressCache {
  /** The busiest sources, in 300 kB: more would push other things out of the processor's caches. */
  private static final int SLOTS = 1 << 14;

  private static final int LONGER_SLOTS = 1 << 12;
  private static final int LONGEST = 2 * Long.BYTES;

  /** No characters from '%' to 'z' have these bits. */
  private static final long ODD = -1;

  /** Two a slot. */
  private final long[] written = new long[2 * SLOTS];

  private final String[] canonical = new String[SLOTS];
  private final TextCache<String> longer = new TextCache<>(LONGER_SLOTS, IpAddress::canonical);

  /** The canonical text, or null where the value is no address. */
  String get(FieldText value) {
    int length = value.length();
    long head = length > LONGEST ? ODD : packed(value, 0, Math.min(length, Long.BYTES));
    long tail = packed(value, Long.BYTES, length);
    if (head == ODD || tail == ODD) {
      return longer.get(value);
    }
    int slot = (int) (((head * 31 + tail) * 0x9E3779B97F4A7C15L) >>> 40) & (SLOTS - 1);
    if (written[2 * slot] == head && written[2 * slot + 1] == tail && canonical[slot] != null) {
      return canonical[slot];
    }
    String address = IpAddress.canonical(value);
    if (address != null) {
      written[2 * slot] = head;
      written[2 * slot + 1] = tail;
      canonical[slot] = address;
    }
    return address;
  }

  /** Eight bits a character, or ODD where one is none that addresses have, so that bits tell. */
  private static long packed(FieldText value, int from, int to) {
    long bits = 0;
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      if (c < '%' || c > 'z') {
        return ODD;
      }
      bits = bits << Byte.SIZE | c;
    }
    return bits;
  }
}
