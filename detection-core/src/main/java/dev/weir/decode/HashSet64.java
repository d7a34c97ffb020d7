package dev.weir.decode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A set of well-mixed hashes, which are their own place in the table. Grows, and never shrinks. */
final class HashSet64 {
  private static final int FIRST_SIZE = 64;
  private static final int MAX_SIZE = 1 << 28;

  /** 0 is a free place; whether the hash 0 is in it stands apart. */
  private long[] table = new long[FIRST_SIZE];

  private boolean hasZero;
  private int size;

  int size() {
    return size;
  }

  boolean contains(long hash) {
    return hash == 0 ? hasZero : table[place(table, hash)] == hash;
  }

  /** Adds a hash that is not there yet. */
  void add(long hash) {
    size++;
    if (hash == 0) {
      hasZero = true;
      return;
    }
    if (size > table.length / 2) {
      grow();
    }
    table[place(table, hash)] = hash;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (long hash : table) {
      if (hash != 0) {
        larger[place(larger, hash)] = hash;
      }
    }
    table = larger;
  }

  /** Where a hash is, or the free place where it would go. */
  private static int place(long[] table, long hash) {
    int mask = table.length - 1;
    int place = (int) hash & mask;
    while (table[place] != 0 && table[place] != hash) {
      place = place + 1 & mask;
    }
    return place;
  }

  /** The same bytes for the same set. */
  void write(DataOutput out) throws IOException {
    long[] sorted = Arrays.stream(table).filter(hash -> hash != 0).sorted().toArray();
    out.writeInt(size);
    if (hasZero) {
      out.writeLong(0);
    }
    for (long hash : sorted) {
      out.writeLong(hash);
    }
  }

  static HashSet64 read(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MAX_SIZE) {
      throw new IOException(size + " hashes: these bytes are not of a set");
    }
    HashSet64 set = new HashSet64();
    for (int i = 0; i < size; i++) {
      long hash = in.readLong();
      if (set.contains(hash)) {
        throw new IOException("a hash twice: these bytes are not of a set");
      }
      set.add(hash);
    }
    return set;
  }
}
