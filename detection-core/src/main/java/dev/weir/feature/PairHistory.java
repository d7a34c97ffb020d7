package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pair view of one source: how it keeps coming back to targets that the model does not know, at
 * most {@value #MAX_PAIRS} of them, over hours. It is made from the windows of the source that have
 * closed, in their order, and from nothing else: so it is the same in whatever order flows came. A
 * target beyond the bound takes the place of the one that was not come to for longest.
 *
 * <p>Mutable; not thread-safe. Its bytes are state: {@link #write} is versioned.
 */
public final class PairHistory {

  /** Most targets that are remembered of a source. */
  public static final int MAX_PAIRS = 64;

  private static final int VERSION = 1;

  private static final Comparator<PairContacts> LONGEST_AGO_FIRST =
      Comparator.comparingLong(PairContacts::last).thenComparingLong(PairContacts::id);

  private final List<PairContacts> pairs = new ArrayList<>(1);

  /** Of a source that came nowhere so far. */
  public PairHistory() {}

  /**
   * Whether a window can alter a history: whether the source came to a target that is not known.
   */
  public static boolean isConcernedBy(SourceView view, KnownTargets known) {
    TargetRows targets = view.evidence().rows();
    for (int row = 0; row < targets.size(); row++) {
      if (isStrange(targets, row, known)) {
        return true;
      }
    }
    return false;
  }

  /** Watched targets may be known, on ports where one logs in; others are known for certain. */
  private static boolean isStrange(TargetRows targets, int row, KnownTargets known) {
    return targets.isWatched(row) && !known.contains(targets.id(row));
  }

  /**
   * Takes the next window of the source that has closed.
   *
   * @param known targets that coming back to means nothing for
   * @param out is told of each target that the source came to in the window, once there are {@link
   *     PairContacts#MIN_INTERVALS} intervals
   */
  public void take(
      SourceView view, WindowSpec window, KnownTargets known, Consumer<? super PairView> out) {
    expire(view.vector().windowEnd(), window);
    TargetRows targets = view.evidence().rows();
    long fresh = ActivitySlots.last(window.slide(), window.size());
    for (int row = 0; row < targets.size(); row++) {
      if (isStrange(targets, row, known)) {
        PairContacts pair = of(targets, row, (targets.slots(row) & fresh) != 0);
        if (pair != null) {
          take(pair, targets, row, fresh, view.vector(), window, out);
        }
      }
    }
  }

  private static void take(
      PairContacts pair,
      TargetRows targets,
      int row,
      long fresh,
      FeatureVector of,
      WindowSpec window,
      Consumer<? super PairView> out) {
    if (window.tiles(of.windowStart())) {
      pair.addBytes(targets.bytesIn(row), targets.bytesOut(row));
    }
    long slots = targets.slots(row) & fresh;
    pair.take(slots, of.windowStart(), window.size());
    if (slots != 0 && pair.isRepeated()) {
      out.accept(pair.toView(of.source(), of.windowStart(), window.size()));
    }
  }

  /** What is remembered of a target; where that is nothing null, unless it begins now. */
  private PairContacts of(TargetRows targets, int row, boolean begins) {
    long id = targets.id(row);
    for (PairContacts pair : pairs) {
      if (pair.id() == id) {
        return pair;
      }
    }
    if (!begins) {
      return null;
    }
    if (pairs.size() == MAX_PAIRS) {
      pairs.remove(pairs.stream().min(LONGEST_AGO_FIRST).orElseThrow());
    }
    PairContacts pair = new PairContacts(id, TargetId.isWhole(id) ? null : targets.target(row));
    pairs.add(pair);
    return pair;
  }

  /** Forgets what has not been come to for too long by that time. */
  public void expire(long time, WindowSpec window) {
    long slotLength = ActivitySlots.length(window.size());
    pairs.removeIf(
        pair -> pair.last() + PairContacts.PATIENCE <= time && pair.expiry(slotLength) <= time);
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** How many targets are remembered. */
  public int size() {
    return pairs.size();
  }

  /** When the first of the targets is to be forgotten, epoch milliseconds. */
  public long nextExpiry(WindowSpec window) {
    long slotLength = ActivitySlots.length(window.size());
    return pairs.stream().mapToLong(pair -> pair.expiry(slotLength)).min().orElse(Long.MAX_VALUE);
  }

  /** A history of its own with the same content. */
  public PairHistory copy() {
    PairHistory copy = new PairHistory();
    pairs.forEach(pair -> copy.pairs.add(pair.copy()));
    return copy;
  }

  /** Writes the version and every target. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(pairs.size());
    for (PairContacts pair : pairs) {
      pair.write(out);
    }
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static PairHistory read(DataInput in) throws IOException {
    UnknownVersionException.check("pair history", VERSION, in.readByte());
    int size = in.readUnsignedByte();
    if (size > MAX_PAIRS) {
      throw new IOException("a history of " + size + " targets");
    }
    PairHistory read = new PairHistory();
    for (int i = 0; i < size; i++) {
      read.pairs.add(PairContacts.read(in));
    }
    return read;
  }
}
