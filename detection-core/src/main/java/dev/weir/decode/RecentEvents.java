package dev.weir.decode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Remembers the events that came last, by the hash of their identity: at least so many as asked
 * for, at most twice as many, in memory that is bounded by it. Two generations of hashes: when the
 * younger is full, the older is forgotten. An event that was never there is taken for a repeat with
 * a probability of 2n in 2^64, which for a hundred thousand remembered is 1 in 10^14.
 */
public final class RecentEvents {
  private static final int VERSION = 1;

  private final int generation;
  private HashSet64 young = new HashSet64();
  private HashSet64 old = new HashSet64();
  private long total;

  /**
   * Remembers nothing yet.
   *
   * @param remembered how many events are remembered at least
   */
  public RecentEvents(int remembered) {
    if (remembered < 1) {
      throw new IllegalArgumentException(remembered + " events to remember");
    }
    generation = remembered;
  }

  /** Remembers an event; false where it was there before. */
  public boolean add(long identity) {
    if (young.contains(identity)) {
      return false;
    }
    boolean isNew = !old.contains(identity);
    if (young.size() == generation) {
      old = young;
      young = new HashSet64();
    }
    young.add(identity);
    total++;
    return isNew;
  }

  /**
   * How many events a memory had taken whose bytes begin here: of two memories of the same source,
   * the one that took more knows all that the other does.
   */
  public static long total(DataInput in) throws IOException {
    requireVersion(in);
    return in.readLong();
  }

  /** Writes what is remembered, a version first. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(total);
    old.write(out);
    young.write(out);
  }

  /**
   * Reads what {@link #write} wrote, by a memory that may have had another size.
   *
   * @throws IOException where the bytes are of another version, or broken
   */
  public static RecentEvents read(DataInput in, int remembered) throws IOException {
    requireVersion(in);
    RecentEvents events = new RecentEvents(remembered);
    long total = in.readLong();
    // Both may be larger than they may become now: they go with the next change of generations.
    events.old = HashSet64.read(in);
    events.young = HashSet64.read(in);
    if (events.young.size() > remembered) {
      events.old = events.young;
      events.young = new HashSet64();
    }
    events.total = total;
    return events;
  }

  private static void requireVersion(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException(
          "recent events of version " + version + "; this Weir reads version " + VERSION);
    }
  }
}
