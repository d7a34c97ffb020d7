package dev.weir.feature;

import static dev.weir.feature.TargetRows.WATCHED;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What flows to each of a source's targets add up to, of the {@value TargetRows#MAX} targets of the
 * lowest rank: watched ones first, within these by number, which is as good as by lot. What is kept
 * in the end was never left out before, so that its counts are exact in any order and grouping. Of
 * the others those are told that stand out: see {@link HeavyTargets}.
 *
 * <p>Mutable; not thread-safe.
 */
final class TargetTally {

  static final Comparator<TargetCount> MOST_FLOWS_FIRST =
      Comparator.comparingLong(TargetCount::flows).reversed().thenComparing(TargetCount::target);

  private final TargetRows rows;

  /** What went to all others; null while every target is kept. */
  private HeavyTargets left;

  /** Of no flows. */
  TargetTally() {
    this(new TargetRows(), null);
  }

  /**
   * Of what is kept.
   *
   * @param left what went to the others; null of none
   */
  TargetTally(TargetRows rows, HeavyTargets left) {
    this.rows = rows;
    this.left = left;
  }

  /**
   * Adds a flow that has a target's address.
   *
   * @param slot the bit of its time; see {@link ActivitySlots}
   */
  void add(FlowRecord flow, long slot, KnownTargets known) {
    add(flow, known, 1, flow.isSyn() ? 1 : 0, orZero(flow.bytesIn()), slot);
  }

  /** Adds what came back from a target, in a record of its own: no flow, and no time of one. */
  void addAnswer(FlowRecord flow, KnownTargets known) {
    add(flow, known, 0, 0, 0, 0);
  }

  private void add(
      FlowRecord flow, KnownTargets known, long flows, long syns, long bytesIn, long slot) {
    long id = TargetId.of(flow.dstIp(), flow.dstPort());
    int row = row(id, flow, known);
    long bytesOut = orZero(flow.bytesOut());
    if (row >= 0) {
      rows.add(row, flows, syns, bytesIn, bytesOut, slot);
    } else {
      left().add(id, flows, syns, bytesIn, bytesOut);
    }
  }

  private static long orZero(long bytes) {
    return bytes == FlowRecord.ABSENT ? 0 : bytes;
  }

  /** The row of a flow's target, which begins here if need be; -1 where it is not kept. */
  private int row(long id, FlowRecord flow, KnownTargets known) {
    // Were it watched it would still not fit: most targets of a scan go no further than here.
    if (!fits(id | WATCHED)) {
      return -1;
    }
    int row = findEither(id);
    if (row >= 0) {
      return row;
    }
    boolean watched = LoginTries.isLogin(flow.dstPort()) || !known.contains(id);
    return insert(watched ? id | WATCHED : id, TargetId.isWhole(id) ? null : TargetKey.of(flow));
  }

  /** The row of a target, watched or not; asks for either only where there are any. */
  private int findEither(long id) {
    int size = rows.size();
    int row = -1;
    if (size > 0 && rows.isWatched(0)) {
      row = rows.find(id | WATCHED);
    }
    if (row < 0 && size > 0 && !rows.isWatched(size - 1)) {
      row = rows.find(id);
    }
    return row;
  }

  /** Whether a target of that rank is among those of the lowest, or would be. */
  private boolean fits(long rank) {
    return !rows.isFull() || rank <= rows.rank(rows.size() - 1);
  }

  /** Makes a row; -1 where the rank is too high for one. */
  private int insert(long rank, TargetKey name) {
    if (!fits(rank)) {
      return -1;
    }
    if (rows.isFull()) {
      leave(rows, rows.size() - 1);
    }
    int row = -rows.find(rank) - 1;
    rows.insert(row, rank, name);
    return row;
  }

  private void leave(TargetRows of, int row) {
    left().add(of.id(row), of.flows(row), of.syns(row), of.bytesIn(row), of.bytesOut(row));
  }

  private HeavyTargets left() {
    left = left == null ? new HeavyTargets() : left;
    return left;
  }

  void merge(TargetTally other) {
    left = HeavyTargets.merged(left, other.left);
    TargetRows more = other.rows;
    for (int i = 0; i < more.size(); i++) {
      int row = rows.find(more.rank(i));
      if (row < 0) {
        row = insert(more.rank(i), more.name(i));
      }
      if (row < 0) {
        leave(more, i);
      } else {
        rows.add(
            row, more.flows(i), more.syns(i), more.bytesIn(i), more.bytesOut(i), more.slots(i));
      }
    }
  }

  /** What is kept, not to be altered. */
  TargetRows rows() {
    return rows;
  }

  /** The targets that are not kept and stand out among those. */
  List<TargetCount> heavy() {
    return left == null ? List.of() : left.toList();
  }

  /** What is kept, most flows first. */
  List<TargetCount> toList() {
    List<TargetCount> counts = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      counts.add(
          new TargetCount(
              rows.target(row),
              rows.flows(row),
              rows.syns(row),
              rows.bytesIn(row),
              rows.bytesOut(row),
              rows.slots(row)));
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
      int row = tally.rows.find(id | WATCHED);
      if (row < 0) {
        row = tally.insert(id | WATCHED, TargetId.isWhole(id) ? null : target);
      }
      if (row >= 0) {
        tally.rows.add(
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
    if (left == null) {
      return 0;
    }
    int size = rows.size();
    int watched = 0;
    while (watched < size && rows.isWatched(watched)) {
      watched++;
    }
    double total = watched == size ? distinct(watched) : watched + distinct(size - watched);
    double known = Double.isNaN(atLeast) ? 0 : atLeast;
    return Math.max(1, Math.round(Math.max(known, total)) - size);
  }

  /** How many there are of a class of whose numbers the lowest are kept, up to the last row. */
  private double distinct(int kept) {
    double share = (rows.id(rows.size() - 1) + 1.0) / TargetId.MAX;
    return kept < 2 ? kept : (kept - 1) / share;
  }

  void write(DataOutput out) throws IOException {
    rows.write(out);
    out.writeBoolean(left != null);
    if (left != null) {
      left.write(out);
    }
  }

  static TargetTally read(DataInput in) throws IOException {
    TargetRows rows = TargetRows.read(in);
    return new TargetTally(rows, in.readBoolean() ? HeavyTargets.read(in) : null);
  }
}
