package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by name, of the first {@link #MAX} names in alphabetical order: what is kept in the end
 * was never left out before, so that its counts are exact in any order and grouping.
 */
final class NameTally {

  /** Most names that are kept. */
  static final int MAX = 8;

  private String[] names = new String[1];
  private long[] counts = new long[1];
  private int size;

  void add(String name, long count) {
    int at = Arrays.binarySearch(names, 0, size, name);
    if (at >= 0) {
      counts[at] = Sums.saturated(counts[at], count);
    } else if (-at - 1 < MAX) {
      insert(-at - 1, name, count);
    }
  }

  private void insert(int at, String name, long count) {
    if (size == names.length && size < MAX) {
      names = Arrays.copyOf(names, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    int kept = Math.min(size, MAX - 1);
    System.arraycopy(names, at, names, at + 1, kept - at);
    System.arraycopy(counts, at, counts, at + 1, kept - at);
    names[at] = name;
    counts[at] = count;
    size = kept + 1;
  }

  /** The sum of two of which either may be null, as none; may be the one, altered. */
  static NameTally merged(NameTally into, NameTally other) {
    if (other == null) {
      return into;
    }
    NameTally sum = into == null ? new NameTally() : into;
    for (int i = 0; i < other.size; i++) {
      sum.add(other.names[i], other.counts[i]);
    }
    return sum;
  }

  static SortedMap<String, Long> toMap(NameTally tally) {
    SortedMap<String, Long> map = new TreeMap<>();
    for (int i = 0; tally != null && i < tally.size; i++) {
      map.put(tally.names[i], tally.counts[i]);
    }
    return map;
  }

  /** Null of an empty map; the first names of a larger one. */
  static NameTally of(SortedMap<String, Long> counts) {
    if (counts.isEmpty()) {
      return null;
    }
    NameTally tally = new NameTally();
    counts.forEach(tally::add);
    return tally;
  }

  static void write(NameTally tally, DataOutput out) throws IOException {
    int size = tally == null ? 0 : tally.size;
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeUTF(tally.names[i]);
      Varint.write(out, tally.counts[i]);
    }
  }

  static NameTally read(DataInput in) throws IOException {
    int size = in.readUnsignedByte();
    if (size > MAX) {
      throw new IOException("counts of " + size + " names");
    }
    NameTally read = size == 0 ? null : new NameTally();
    for (int i = 0; i < size; i++) {
      read.add(in.readUTF(), Varint.read(in));
    }
    return read;
  }
}
