package dev.weir.network;

import dev.weir.flow.AddressBits;

/** Writes IPv6 prefixes, and remembers the last ones: most flows come from few prefixes. */
final class PrefixTexts {

  private static final int SLOTS = 1 << 10;

  /** 64:ff9b::/96, of which the last 32 bits are an IPv4 host: RFC 6052. */
  private static final long NAT64 = 0x0064_FF9B_0000_0000L;

  /** 2002::/16, of which the next 32 bits are an IPv4 host: RFC 3056. */
  private static final int SIX_TO_FOUR = 0x2002;

  private static final int SIX_TO_FOUR_LENGTH = 48;

  private final int length;
  private final long[] highs = new long[SLOTS];
  private final long[] lows = new long[SLOTS];
  private final String[] texts = new String[SLOTS];

  PrefixTexts(int length) {
    this.length = length;
  }

  /**
   * The prefix that an address lies in, such as {@code 2001:db8:1:2::/64}. Where an IPv4 host is
   * embedded it is all of this host's, and nobody else's: of NAT64 the address itself.
   */
  String of(AddressBits address) {
    int bits = lengthFor(address);
    long high = address.high() & AddressBits.highMask(bits);
    long low = address.low() & AddressBits.lowMask(bits);
    int slot = (int) (((high ^ low) * 0x9E3779B97F4A7C15L) >>> 54);
    if (texts[slot] == null || highs[slot] != high || lows[slot] != low) {
      highs[slot] = high;
      lows[slot] = low;
      String text = AddressBits.ipv6(high, low);
      texts[slot] = bits == AddressBits.BITS ? text : text + '/' + bits;
    }
    return texts[slot];
  }

  private int lengthFor(AddressBits address) {
    if (address.high() == NAT64 && address.low() >>> 32 == 0) {
      return AddressBits.BITS;
    }
    return address.high() >>> 48 == SIX_TO_FOUR ? Math.min(length, SIX_TO_FOUR_LENGTH) : length;
  }
}
