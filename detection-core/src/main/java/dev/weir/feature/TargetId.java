package dev.weir.feature;

import dev.weir.flow.IpAddress;

/**
 * Targets as numbers of 63 bits that spread evenly, fixed for good. Of an IPv4 address the number
 * is the target, mixed in a way that can be undone; of any other address it is a hash.
 */
final class TargetId {

  /** All that a number may have set. */
  static final long MAX = Long.MAX_VALUE;

  private static final long FACTOR_1 = 0xFF51AFD7ED558CCDL;
  private static final long FACTOR_2 = 0xC4CEB9FE1A85EC53L;
  private static final long INVERSE_1 = inverse(FACTOR_1);
  private static final long INVERSE_2 = inverse(FACTOR_2);
  private static final int PORT_BITS = 17;
  private static final int PORT_MASK = (1 << PORT_BITS) - 1;
  private static final long MAX_IPV4 = 0xFFFF_FFFFL;
  private static final int MAX_PORT = 0xFFFF;
  private static final long HASHED = 1L << 62;

  private TargetId() {}

  /** The number of a target. */
  static long of(String address, int port) {
    long ipv4 = IpAddress.ipv4(address);
    // A port that is absent counts as 0, the others by one more.
    long packed =
        ipv4 >= 0
            ? ipv4 << PORT_BITS | (port + 1)
            : HASHED | DistinctSketch.hash(DistinctSketch.hash(address), port) >>> 2;
    return mix(packed);
  }

  /** Whether the number alone says which target it is. */
  static boolean isWhole(long id) {
    return (unmix(id) & HASHED) == 0;
  }

  /** Whether a number is that of a target whose address is IPv4: one in 16,000 is. */
  static boolean isTarget(long id) {
    long packed = unmix(id);
    return packed >>> PORT_BITS <= MAX_IPV4 && (packed & PORT_MASK) <= MAX_PORT + 1;
  }

  /** The target of a number that {@link #isWhole}. */
  static TargetKey key(long id) {
    long packed = unmix(id);
    return new TargetKey(IpAddress.ipv4Text(packed >>> PORT_BITS), (int) (packed & PORT_MASK) - 1);
  }

  /** A bijection on 63 bits: each step can be undone, a shift by 32 by itself. */
  private static long mix(long packed) {
    long mixed = (packed ^ packed >>> 32) * FACTOR_1 & MAX;
    mixed = (mixed ^ mixed >>> 32) * FACTOR_2 & MAX;
    return mixed ^ mixed >>> 32;
  }

  private static long unmix(long id) {
    long mixed = (id ^ id >>> 32) * INVERSE_2 & MAX;
    mixed = (mixed ^ mixed >>> 32) * INVERSE_1 & MAX;
    return mixed ^ mixed >>> 32;
  }

  /** What undoes a multiplication by an odd number, by Newton's steps: each doubles the bits. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
