package dev.weir.network;

import dev.weir.flow.AddressBits;

/** Writes IPv6 prefixes, and remembers the last ones: most flows come from few prefixes. */
final class PrefixTexts {

  private static final int SLOTS = 1 << 10;

  private final int length;
  private final long highMask;
  private final long lowMask;
  private final long[] highs = new long[SLOTS];
  private final long[] lows = new long[SLOTS];
  private final String[] texts = new String[SLOTS];

  PrefixTexts(int length) {
    this.length = length;
    highMask = AddressBits.highMask(length);
    lowMask = AddressBits.lowMask(length);
  }

  /** The prefix that an address lies in, such as {@code 2001:db8:1:2::/64}. */
  String of(AddressBits address) {
    long high = address.high() & highMask;
    long low = address.low() & lowMask;
    int slot = (int) (((high ^ low) * 0x9E3779B97F4A7C15L) >>> 54);
    if (texts[slot] == null || highs[slot] != high || lows[slot] != low) {
      highs[slot] = high;
      lows[slot] = low;
      texts[slot] = AddressBits.ipv6(high, low) + '/' + length;
    }
    return texts[slot];
  }
}
