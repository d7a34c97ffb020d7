package dev.weir.flow;

/**
 * An address as 128 bits, IPv4 as the IPv4-mapped IPv6 address that it equals: what ranges of
 * addresses are looked up by. Reused from address to address, without making objects.
 */
public final class AddressBits {

  /**
   * Bits of an address; an IPv4 prefix length is counted from {@link #IPV4_BITS} before the end.
   */
  public static final int BITS = 128;

  /** Bits of an IPv4 address, the last of the 128. */
  public static final int IPV4_BITS = 32;

  private static final long MAPPED = 0xFFFF_0000_0000L;

  private final int[] groups = new int[Ipv6Address.GROUPS];
  private long high;
  private long low;

  /** Starts as the address of zeros. */
  public AddressBits() {}

  /** Takes an address as text; false, and nothing taken, where the text is none. */
  public boolean read(CharSequence text) {
    if (text.length() > 0 && isIpv6(text)) {
      if (!Ipv6Address.read(text, groups)) {
        return false;
      }
      high = word(0);
      low = word(4);
      return true;
    }
    long ipv4 = IpAddress.ipv4(text, 0, text.length());
    if (ipv4 < 0) {
      return false;
    }
    high = 0;
    low = MAPPED | ipv4;
    return true;
  }

  private static boolean isIpv6(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  private long word(int from) {
    return (long) groups[from] << 48
        | (long) groups[from + 1] << 32
        | (long) groups[from + 2] << 16
        | groups[from + 3];
  }

  /** The first 64 bits. */
  public long high() {
    return high;
  }

  /** The last 64 bits. */
  public long low() {
    return low;
  }

  /** Whether this is an IPv4 address, mapped or plain. */
  public boolean isIpv4() {
    return high == 0 && low >>> IPV4_BITS == MAPPED >>> IPV4_BITS;
  }

  /** The first 64 bits of an address whose bits after the first {@code length} are 0. */
  public static long highMask(int length) {
    return length == 0 ? 0 : -1L << Math.max(0, 64 - length);
  }

  /** The last 64 bits of such an address. */
  public static long lowMask(int length) {
    return length <= 64 ? 0 : -1L << (BITS - length);
  }

  /** The IPv6 address of these bits in canonical text. */
  public static String ipv6(long high, long low) {
    int[] groups = new int[Ipv6Address.GROUPS];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> (48 - 16 * i)) & 0xFFFF;
      groups[i + 4] = (int) (low >>> (48 - 16 * i)) & 0xFFFF;
    }
    return Ipv6Address.compressed(groups);
  }
}
