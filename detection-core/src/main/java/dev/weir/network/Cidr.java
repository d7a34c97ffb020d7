package dev.weir.network;

import dev.weir.flow.AddressBits;

/**
 * A range of addresses that share their first bits, both ends in it.
 *
 * @param high first 64 bits of the first address
 * @param low last 64 bits of it
 * @param length of the prefix, of 128 bits
 */
record Cidr(long high, long low, int length) {

  /**
   * Reads an address or a prefix such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
   *
   * @throws IllegalArgumentException with what is wrong with it, for a person
   */
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    AddressBits bits = new AddressBits();
    if (!bits.read(slash < 0 ? text : text.substring(0, slash))) {
      throw new IllegalArgumentException(
          "'" + text + "' is no address and no CIDR; write 10.0.0.0/8 or 2001:db8::/32");
    }
    boolean ipv4 = text.indexOf(':') < 0;
    int most = ipv4 ? AddressBits.IPV4_BITS : AddressBits.BITS;
    int written = slash < 0 ? most : prefixLength(text, slash + 1, most);
    int length = ipv4 ? written + AddressBits.BITS - AddressBits.IPV4_BITS : written;
    long high = bits.high() & AddressBits.highMask(length);
    long low = bits.low() & AddressBits.lowMask(length);
    if (high != bits.high() || low != bits.low()) {
      throw new IllegalArgumentException(
          "'" + text + "' has bits set beyond its first " + written + "; write its first address");
    }
    return new Cidr(high, low, length);
  }

  private static int prefixLength(String text, int from, int most) {
    int digits = text.length() - from;
    int length = digits >= 1 && digits <= 3 ? 0 : -1;
    for (int i = from; i < text.length() && length >= 0; i++) {
      int digit = text.charAt(i) - '0';
      length = digit < 0 || digit > 9 ? -1 : length * 10 + digit;
    }
    if (length < 0 || length > most) {
      throw new IllegalArgumentException(
          "'" + text + "' has no prefix length of 0 to " + most + " after its slash");
    }
    return length;
  }

  long lastHigh() {
    return high | ~AddressBits.highMask(length);
  }

  long lastLow() {
    return low | ~AddressBits.lowMask(length);
  }
}
