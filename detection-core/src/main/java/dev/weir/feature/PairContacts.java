package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * When a source came to one target: contacts, known to a slot of a window, and the intervals
 * between them. What happens in neighbouring slots is one contact, as one visit may take several
 * connections. Mutable; not thread-safe.
 */
final class PairContacts {

  /** Intervals by which coming back can be told from chance. */
  static final int MIN_INTERVALS = 6;

  /** Without a contact for so long a pair is forgotten, milliseconds. */
  static final long PATIENCE = 6L * 60 * 60 * 1000;

  /** Or for so many periods, where these take longer. */
  private static final int PATIENT_PERIODS = 4;

  private final long id;

  /** Null where the number says which target it is. */
  private final TargetKey named;

  private long first;

  /** When the last contact began. */
  private long begun;

  private long last;
  private long contacts;
  private long bytesIn;
  private long bytesOut;
  private Intervals intervals = new Intervals();

  PairContacts(long id, TargetKey named) {
    this.id = id;
    this.named = named;
  }

  long id() {
    return id;
  }

  long last() {
    return last;
  }

  /** Takes the slots of a window, in order, that no window before has held. */
  void take(long slots, long windowStart, long windowSize) {
    for (long rest = slots; rest != 0; rest &= rest - 1) {
      int slot = Long.numberOfTrailingZeros(rest);
      take(ActivitySlots.start(slot, windowStart, windowSize), ActivitySlots.length(windowSize));
    }
  }

  private void take(long time, long slotLength) {
    if (contacts == 0) {
      first = time;
    } else if (time - last < 2 * slotLength) {
      last = Math.max(last, time);
      return;
    } else {
      intervals.add(Math.max(1, (time - begun + slotLength / 2) / slotLength));
    }
    contacts++;
    begun = time;
    last = time;
  }

  void addBytes(long in, long out) {
    bytesIn = Sums.saturated(bytesIn, in);
    bytesOut = Sums.saturated(bytesOut, out);
  }

  boolean isRepeated() {
    return intervals.total() >= MIN_INTERVALS;
  }

  /** When the pair is to be forgotten unless there is another contact. */
  long expiry(long slotLength) {
    if (!isRepeated()) {
      return last + PATIENCE;
    }
    return last + Math.max(PATIENCE, PATIENT_PERIODS * period(slotLength));
  }

  private long period(long slotLength) {
    return Math.round(intervals.typical().slots() * slotLength);
  }

  /** What is known when a window of the source closes in which it came. */
  PairView toView(SourceKey source, long windowStart, long windowSize) {
    Intervals.Typical typical = intervals.typical();
    return new PairView(
        source,
        named == null ? TargetId.key(id) : named,
        windowStart,
        windowStart + windowSize,
        first,
        last,
        contacts,
        Math.round(typical.slots() * ActivitySlots.length(windowSize)),
        typical.share(),
        bytesIn,
        bytesOut);
  }

  PairContacts copy() {
    PairContacts copy = new PairContacts(id, named);
    copy.first = first;
    copy.begun = begun;
    copy.last = last;
    copy.contacts = contacts;
    copy.bytesIn = bytesIn;
    copy.bytesOut = bytesOut;
    copy.intervals = intervals.copy();
    return copy;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(id);
    if (!TargetId.isWhole(id)) {
      named.write(out);
    }
    out.writeLong(first);
    Varint.write(out, begun - first);
    Varint.write(out, last - begun);
    Varint.write(out, contacts);
    Varint.write(out, bytesIn);
    Varint.write(out, bytesOut);
    intervals.write(out);
  }

  static PairContacts read(DataInput in) throws IOException {
    long id = in.readLong();
    PairContacts read = new PairContacts(id, TargetId.isWhole(id) ? null : TargetKey.read(in));
    read.first = in.readLong();
    read.begun = read.first + Varint.read(in);
    read.last = read.begun + Varint.read(in);
    read.contacts = Varint.read(in);
    read.bytesIn = Varint.read(in);
    read.bytesOut = Varint.read(in);
    read.intervals = Intervals.read(in);
    return read;
  }
}
