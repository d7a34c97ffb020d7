package dev.weir.alert;

import dev.weir.feature.UnknownVersionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a part of the network was not seen, as times that neither overlap nor touch. The order in
 * which they are told does not matter. Mutable; bounded; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class BlindTimes {

  /**
   * Far more than are remembered of one interface; of still more the two that lie closest become
   * one, which can only keep an incident open for longer.
   */
  static final int MOST = 64;

  private static final int VERSION = 1;

  /** Ends by starts. */
  private final TreeMap<Long, Long> times = new TreeMap<>();

  /** Starts without any. */
  public BlindTimes() {}

  /** Adds a time that was not seen: epoch milliseconds, the end is the first instant after it. */
  public void add(long start, long end) {
    long from = start;
    long to = end;
    Map.Entry<Long, Long> before = times.floorEntry(to);
    while (before != null && before.getValue() >= from) {
      from = Math.min(from, before.getKey());
      to = Math.max(to, before.getValue());
      times.remove(before.getKey());
      before = times.floorEntry(to);
    }
    times.put(from, to);
    if (times.size() > MOST) {
      closeNarrowest();
    }
  }

  private void closeNarrowest() {
    long after = 0;
    long narrowest = Long.MAX_VALUE;
    Long end = null;
    for (Map.Entry<Long, Long> time : times.entrySet()) {
      if (end != null && time.getKey() - end < narrowest) {
        narrowest = time.getKey() - end;
        after = time.getKey();
      }
      end = time.getValue();
    }
    Map.Entry<Long, Long> before = times.lowerEntry(after);
    times.put(before.getKey(), times.remove(after));
  }

  /** Forgets what ended by then. */
  public void forget(long until) {
    times.values().removeIf(end -> end <= until);
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return times.isEmpty();
  }

  /**
   * Since when a quiet period can be counted that must have been seen from its start to its end.
   *
   * @param since since when it would be counted if all had been seen, epoch milliseconds
   * @param quiet how long it is, milliseconds
   * @return the same, or the end of the last time that it may not reach over
   */
  long seenSince(long since, long quiet) {
    long seen = since;
    for (Map.Entry<Long, Long> time : times.entrySet()) {
      if (time.getValue() > seen && time.getKey() < seen + quiet) {
        seen = time.getValue();
      }
    }
    return seen;
  }

  /** Writes the version and every time. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(times.size());
    for (Map.Entry<Long, Long> time : times.entrySet()) {
      out.writeLong(time.getKey());
      out.writeLong(time.getValue());
    }
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static BlindTimes read(DataInput in) throws IOException {
    UnknownVersionException.check("blind times", VERSION, in.readByte());
    BlindTimes read = new BlindTimes();
    for (int left = DetectionBytes.index(in, MOST + 1, "number of times"); left > 0; left--) {
      read.times.put(in.readLong(), in.readLong());
    }
    return read;
  }

  /** An equal one of its own. */
  public BlindTimes copy() {
    return Copies.of(this::write, BlindTimes::read);
  }
}
