package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What flows to each of a source's targets add up to, of the {@value #MAX} targets of the lowest
 * rank: watched ones first, within these by number, which is as good as by lot. What is kept in the
 * end was never left out before, so that its counts are exact in any order and grouping.
 *
 * <p>Rows lie in one array of longs, some fifty bytes a target. Mutable; not thread-safe.
 */
final class TargetTally {

  /** Most targets that are kept. */
  static final int MAX = 32;

  private static final Comparator<TargetCount> MOST_FLOWS_FIRST =
      Comparator.comparingLong(TargetCount::flows).reversed().thenComparing(TargetCount::target);

  /** In the sign of a rank: low where a target is watched. */
  private static final long WATCHED = Long.MIN_VALUE;

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
  private boolean more;

  /**
   * Adds a flow that has a target's address.
   *
   * @param slot the bit of its time; see {@link ActivitySlots}
   */
  void add(FlowRecord flow, long slot, KnownTargets known) {
    int row = row(flow, known);
    if (row >= 0) {
      add(row, 1, flow.isSyn() ? 1 : 0, orZero(flow.bytesIn()), orZero(flow.bytesOut()), slot);
    }
  }

  /** Adds what came back from a target, in a record of its own: no flow, and no time of one. */
  void addAnswer(FlowRecord flow, KnownTargets known) {
    int row = row(flow, known);
    if (row >= 0) {
      add(row, 0, 0, 0, orZero(flow.bytesOut()), 0);
    }
  }

  /** The row of a flow's target, which begins here if need be; -1 where it is not kept. */
  private int row(FlowRecord flow, KnownTargets known) {
    long id = TargetId.of(flow.dstIp(), flow.dstPort());
    // Were it watched it would still not fit: most targets of a scan go no further than here.
    if (!fits(id | WATCHED)) {
      return -1;
    }
    int row = findEither(id);
    return row < 0 ? insertNew(id, flow, known) : row;
  }

  private static long orZero(long bytes) {
    return bytes == FlowRecord.ABSENT ? 0 : bytes;
  }

  /** The row of a target, watched or not; asks for either only where there are any. */
  private int findEither(long id) {
    int row = -1;
    if (size > 0 && isWatched(0)) {
      row = find(id | WATCHED);
    }
    if (row < 0 && size > 0 && !isWatched(size - 1)) {
      row = find(id);
    }
    return row;
  }

  private int insertNew(long id, FlowRecord flow, KnownTargets known) {
    boolean watched = LoginTries.isLogin(flow.dstPort()) || !known.contains(id);
    return insert(watched ? id | WATCHED : id, TargetId.isWhole(id) ? null : TargetKey.of(flow));
  }

  /** Whether a target of that rank is among those of the lowest, or would be. */
  private boolean fits(long rank) {
    boolean fits = size < MAX || rank <= rank(size - 1);
    more |= !fits;
    return fits;
  }

  /** Makes a row; -1 where the rank is too high for one. */
  private int insert(long rank, TargetKey name) {
    if (!fits(rank)) {
      return -1;
    }
    int row = -find(rank) - 1;
    more |= size == MAX;
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
    return row;
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

  private int find(long rank) {
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

  private void add(int row, long flows, long syns, long bytesIn, long bytesOut, long slots) {
    int at = row * WIDTH;
    rows[at + FLOWS] += flows;
    rows[at + SYNS] += syns;
    rows[at + BYTES_IN] = Sums.saturated(rows[at + BYTES_IN], bytesIn);
    rows[at + BYTES_OUT] = Sums.saturated(rows[at + BYTES_OUT], bytesOut);
    rows[at + SLOTS] |= slots;
  }

  void merge(TargetTally other) {
    more |= other.more;
    for (int i = 0; i < other.size; i++) {
      int at = i * WIDTH;
      int row = find(other.rows[at + RANK]);
      if (row < 0) {
        row = insert(other.rows[at + RANK], other.named == null ? null : other.named[i]);
      }
      if (row < 0) {
        // Those that follow rank higher still.
        return;
      }
      add(
          row,
          other.rows[at + FLOWS],
          other.rows[at + SYNS],
          other.rows[at + BYTES_IN],
          other.rows[at + BYTES_OUT],
          other.rows[at + SLOTS]);
    }
  }

  /** How many targets are kept. */
  int size() {
    return size;
  }

  private long rank(int row) {
    return rows[row * WIDTH + RANK];
  }

  /** The number of a kept target. */
  long id(int row) {
    return rank(row) & TargetId.MAX;
  }

  /** Whether a kept target was watched when it was met. */
  boolean isWatched(int row) {
    return rank(row) < 0;
  }

  long slots(int row) {
    return rows[row * WIDTH + SLOTS];
  }

  long bytesIn(int row) {
    return rows[row * WIDTH + BYTES_IN];
  }

  long bytesOut(int row) {
    return rows[row * WIDTH + BYTES_OUT];
  }

  /** The target of a row. */
  TargetKey target(int row) {
    return named == null || named[row] == null ? TargetId.key(id(row)) : named[row];
  }

  /** The rows, most flows first. */
  List<TargetCount> toList() {
    List<TargetCount> counts = new ArrayList<>(size);
    for (int row = 0; row < size; row++) {
      counts.add(
          new TargetCount(
              target(row),
              rows[row * WIDTH + FLOWS],
              rows[row * WIDTH + SYNS],
              bytesIn(row),
              bytesOut(row),
              slots(row)));
    }
    counts.sort(MOST_FLOWS_FIRST);
    return counts;
  }

  /** Of counts that somebody else made, all watched; of more than fit, those that would be kept. */
  static TargetTally of(List<TargetCount> counts) {
    TargetTally tally = new TargetTally();
    for (TargetCount count : counts) {
      TargetKey target = count.target();
      long id = TargetId.of(target.address(), target.port());
      int row = tally.find(id | WATCHED);
      if (row < 0) {
        row = tally.insert(id | WATCHED, TargetId.isWhole(id) ? null : target);
      }
      if (row >= 0) {
        tally.add(
            row, count.flows(), count.syns(), count.bytesIn(), count.bytesOut(), count.slots());
      }
    }
    return tally;
  }

  /**
   * How many targets, about, are not kept: none while all fit. Of many the numbers of those kept
   * tell, as they lie the denser the more there are (k minimum values), some 18 % off.
   *
   * @param atLeast how many targets there are by other counts; NaN for none
   * @see <a href="https://doi.org/10.1007/3-540-45726-7_1">Bar-Yossef 2002</a>
   */
  long others(double atLeast) {
    if (!more) {
      return 0;
    }
    int watched = 0;
    while (watched < size && isWatched(watched)) {
      watched++;
    }
    double total = watched == size ? distinct(watched) : watched + distinct(size - watched);
    double known = Double.isNaN(atLeast) ? 0 : atLeast;
    return Math.max(1, Math.round(Math.max(known, total)) - size);
  }

  /** How many there are of a class of whose numbers the lowest are kept, up to the last row. */
  private double distinct(int kept) {
    double share = (id(size - 1) + 1.0) / TargetId.MAX;
    return kept < 2 ? kept : (kept - 1) / share;
  }

  TargetTally copy() {
    TargetTally copy = new TargetTally();
    copy.rows = Arrays.copyOf(rows, size * WIDTH);
    copy.named = named == null ? null : Arrays.copyOf(named, size);
    copy.size = size;
    copy.more = more;
    return copy;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(size);
    out.writeBoolean(more);
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

  static TargetTally read(DataInput in) throws IOException {
    TargetTally read = new TargetTally();
    read.size = in.readUnsignedByte();
    if (read.size > MAX) {
      throw new IOException("counts of " + read.size + " targets");
    }
    read.more = in.readBoolean();
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
