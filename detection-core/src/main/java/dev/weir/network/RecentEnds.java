package dev.weir.network;

/**
 * Remembers at which interface the ends of a record were last seen, for as many as fit: enough to
 * estimate how many records are repeats, in constant memory and without making objects.
 */
final class RecentEnds {

  private static final int SLOTS = 1 << 14;

  private final long[] ends = new long[SLOTS];
  private final int[] interfaces = new int[SLOTS];

  /** Whether another interface has lately seen the same ends; that of this record is remembered. */
  boolean seenElsewhere(Sighting seen) {
    long hash = hash(seen);
    int slot = (int) (hash >>> 32) & (SLOTS - 1);
    int id = seen.interfaceId.hashCode();
    boolean elsewhere = ends[slot] == hash && interfaces[slot] != id;
    ends[slot] = hash;
    interfaces[slot] = id;
    return elsewhere;
  }

  private static long hash(Sighting seen) {
    long hash = seen.source.hashCode();
    hash = mix(hash ^ (long) seen.target.hashCode() << 32);
    hash = mix(hash ^ ((long) seen.sourcePort << 24 | seen.targetPort));
    // Never 0, which an empty slot has.
    return mix(hash ^ seen.protocol) | 1;
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 32) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }
}
