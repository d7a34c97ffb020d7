package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sums of a few targets by rank, lowest first: in one array of longs, some fifty bytes a target. A
 * rank is a target's number, and below all others where the target is watched. Mutable; not
 * thread-safe.
 */
final class TargetRows {

  /** Most rows. */
  static final int MAX = 32;

  /** In the sign of a rank: low where a target is watched. */
  static final long WATCHED = Long.MIN_VALUE;

  private static final int RANK = 0;
  private static final int FLOWS = 1;
  private static final int SYNS = 2;
  private static final int BYTES_IN = 3;
  private static final int BYTES_OUT = 4;
  private static final int SLOTS = 5;
  private static final int WIDTH = 6;
  private static final long[] NO_ROWS = {};

  /** By rank, ascending. */
  private long[] rows = NO_ROWS;

  /** The targets whose numbers do not say which they are, by row; null while there are none. */
  private TargetKey[] named;

  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == MAX;
  }

  /** The row of a rank; where there is none, -1 less the row that it would get. */
  int find(long rank) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = rank(middle);
      if (found == rank) {
        return middle;
      }
      if (found < rank) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /**
   * Makes a row; where all are taken the last one is lost.
   *
   * @param name null where the number says which target it is
   */
  void insert(int row, long rank, TargetKey name) {
    grow(name != null);
    int moved = Math.min(size, MAX - 1) - row;
    System.arraycopy(rows, row * WIDTH, rows, (row + 1) * WIDTH, moved * WIDTH);
    Arrays.fill(rows, row * WIDTH, (row + 1) * WIDTH, 0);
    rows[row * WIDTH + RANK] = rank;
    if (named != null) {
      System.arraycopy(named, row, named, row + 1, moved);
      named[row] = name;
    }
    size = Math.min(size + 1, MAX);
  }

  private void grow(boolean withName) {
    int capacity = rows.length / WIDTH;
    if (size == capacity && size < MAX) {
      capacity = Math.min(MAX, size + 1 + size / 2);
      rows = Arrays.copyOf(rows, capacity * WIDTH);
    }
    if (named == null && withName) {
      named = new TargetKey[capacity];
    } else if (named != null && named.length < capacity) {
      named = Arrays.copyOf(named, capacity);
    }
  }

  void add(int row, long flows, long syns, long bytesIn, long bytesOut, long slots) {
    int at = row * WIDTH;
    rows[at + FLOWS] += flows;
    rows[at + SYNS] += syns;
    rows[at + BYTES_IN] = Sums.saturated(rows[at + BYTES_IN], bytesIn);
    rows[at + BYTES_OUT] = Sums.saturated(rows[at + BYTES_OUT], bytesOut);
    rows[at + SLOTS] |= slots;
  }

  long rank(int row) {
    return rows[row * WIDTH + RANK];
  }

  /** The number of a target. */
  long id(int row) {
    return rank(row) & TargetId.MAX;
  }

  boolean isWatched(int row) {
    return rank(row) < 0;
  }

  long flows(int row) {
    return rows[row * WIDTH + FLOWS];
  }

  long syns(int row) {
    return rows[row * WIDTH + SYNS];
  }

  long bytesIn(int row) {
    return rows[row * WIDTH + BYTES_IN];
  }

  long bytesOut(int row) {
    return rows[row * WIDTH + BYTES_OUT];
  }

  long slots(int row) {
    return rows[row * WIDTH + SLOTS];
  }

  /** What a target is called where its number does not say which it is; else null. */
  TargetKey name(int row) {
    return named == null ? null : named[row];
  }

  TargetKey target(int row) {
    TargetKey name = name(row);
    return name == null ? TargetId.key(id(row)) : name;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(size);
    for (int row = 0; row < size; row++) {
      out.writeLong(rank(row));
      for (int i = FLOWS; i < SLOTS; i++) {
        Varint.write(out, rows[row * WIDTH + i]);
      }
      out.writeLong(slots(row));
      if (!TargetId.isWhole(id(row))) {
        named[row].write(out);
      }
    }
  }

  static TargetRows read(DataInput in) throws IOException {
    TargetRows read = new TargetRows();
    read.size = in.readUnsignedByte();
    if (read.size > MAX) {
      throw new IOException("counts of " + read.size + " targets");
    }
    read.rows = new long[read.size * WIDTH];
    for (int row = 0; row < read.size; row++) {
      read.rows[row * WIDTH + RANK] = in.readLong();
      for (int i = FLOWS; i < SLOTS; i++) {
        read.rows[row * WIDTH + i] = Varint.read(in);
      }
      read.rows[row * WIDTH + SLOTS] = in.readLong();
      if (!TargetId.isWhole(read.id(row))) {
        read.named = read.named == null ? new TargetKey[read.size] : read.named;
        read.named[row] = TargetKey.read(in);
      }
    }
    return read;
  }
}
