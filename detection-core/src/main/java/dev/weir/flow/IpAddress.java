package dev.weir.flow;

/**
 * Reads IPv4 and IPv6 addresses, as literals only: nothing here ever asks a name server. One
 * address has one text, so that text can be the key of a source.
 */
public final class IpAddress {
  private IpAddress() {}

  /**
   * The address in canonical text: IPv4 as four decimal octets, IPv6 as RFC 5952 writes it without
   * a zone, an IPv4-mapped IPv6 address as the IPv4 address that it is.
   *
   * @return null where the text is not an address: a host name, octets with leading zeros, a port
   *     or a prefix length behind it
   */
  public static String canonical(CharSequence text) {
    int end = text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return Ipv6Address.canonical(text);
      }
      if (c != '.' && (c < '0' || c > '9') && Ipv6Address.hex(c) < 0) {
        return null;
      }
    }
    return ipv4(text, 0, end) < 0 ? null : text.toString();
  }

  /**
   * Whether an address is one that is used inside networks: RFC 1918, loopback, link-local, unique
   * local or the carriers' shared 100.64.0.0/10.
   *
   * @param canonical as {@link #canonical} gives it; false for any other text
   */
  public static boolean isPrivate(String canonical) {
    return canonical.indexOf(':') < 0 ? isPrivate4(canonical) : isPrivate6(canonical);
  }

  private static boolean isPrivate4(String address) {
    int dot = address.indexOf('.');
    int second = address.indexOf('.', dot + 1);
    if (dot < 1 || second < 0) {
      return false;
    }
    int a = octet(address, 0, dot);
    int b = octet(address, dot + 1, second);
    return switch (a) {
      case 10, 127 -> true;
      case 100 -> b >= 64 && b <= 127;
      case 169 -> b == 254;
      case 172 -> b >= 16 && b <= 31;
      case 192 -> b == 168;
      default -> false;
    };
  }

  private static boolean isPrivate6(String address) {
    int first = 0;
    int colon = address.indexOf(':');
    for (int i = 0; i < colon && first <= 0xFFFF; i++) {
      int digit = Ipv6Address.hex(address.charAt(i));
      if (digit < 0) {
        return false;
      }
      first = first << 4 | digit;
    }
    boolean linkLocal = (first & 0xFFC0) == 0xFE80;
    boolean uniqueLocal = (first & 0xFE00) == 0xFC00;
    return address.equals("::1") || (first <= 0xFFFF && (linkLocal || uniqueLocal));
  }

  /** An IPv4 address as 32 bits, or -1 where the text is none. */
  public static long ipv4(CharSequence text) {
    return ipv4(text, 0, text.length());
  }

  /** The text of an IPv4 address. */
  public static String ipv4Text(long bits) {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xFF)
        + '.'
        + (bits >>> 8 & 0xFF)
        + '.'
        + (bits & 0xFF);
  }

  /** A dotted quad as 32 bits, or -1. */
  static long ipv4(CharSequence text, int from, int to) {
    long bits = 0;
    int dots = 0;
    int octet = -1;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        // Some would read what follows a zero as octal.
        if (octet == 0) {
          return -1;
        }
        octet = octet < 0 ? digit : 10 * octet + digit;
        if (octet > 255) {
          return -1;
        }
      } else if (digit == '.' - '0' && octet >= 0 && dots < 3) {
        bits = bits << 8 | octet;
        octet = -1;
        dots++;
      } else {
        return -1;
      }
    }
    return dots == 3 && octet >= 0 ? bits << 8 | octet : -1;
  }

  /** A number from 0 to 255 without leading zeros, which some would read as octal; else -1. */
  private static int octet(CharSequence text, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > 255 ? -1 : value;
  }
}
