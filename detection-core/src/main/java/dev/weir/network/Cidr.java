package dev.weir.network;

import dev.weir.flow.AddressBits;
import java.io.Serializable;
import java.util.Locale;

/**
 * A range of addresses that share their first bits, both ends in it.
 *
 * @param high first 64 bits of the first address
 * @param low last 64 bits of it
 * @param length of the prefix, of 128 bits
 */
public record Cidr(long high, long low, int length) implements Serializable {

  /**
   * Reads an address or a prefix such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
   *
   * @throws IllegalArgumentException with what is wrong with it, for a person
   */
  public static Cidr parse(String text) {
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

  /**
   * The range in canonical text, always with its length: an address is written as /32 or /128, and
   * IPv4-mapped ranges as the IPv4 ranges that they are. Of bits alone: nothing of what it was read
   * from remains.
   */
  public String text() {
    if (isIpv4()) {
      return String.format(
          Locale.ROOT,
          "%d.%d.%d.%d/%d",
          low >>> 24 & 0xFF,
          low >>> 16 & 0xFF,
          low >>> 8 & 0xFF,
          low & 0xFF,
          length - (AddressBits.BITS - AddressBits.IPV4_BITS));
    }
    return AddressBits.ipv6(high, low) + '/' + length;
  }

  /** Whether these are IPv4 addresses, and nothing else. */
  public boolean isIpv4() {
    return length >= AddressBits.BITS - AddressBits.IPV4_BITS && high == 0 && low >>> 32 == 0xFFFF;
  }

  long lastHigh() {
    return high | ~AddressBits.highMask(length);
  }

  long lastLow() {
    return low | ~AddressBits.lowMask(length);
  }
}
