package dev.weir.model;

import java.util.BitSet;

/** Hours of the week, in UTC, that a history holds windows of. Immutable. */
public final class HoursOfWeek {

  /** Hours that a week has. */
  public static final int COUNT = 168;

  /** The whole week. */
  public static final HoursOfWeek ALL = parse("1".repeat(COUNT));

  private static final long HOUR = 3_600_000;

  /** Epoch milliseconds begin on a Thursday, three days after a Monday. */
  private static final int EPOCH = 72;

  private final BitSet held;

  private HoursOfWeek(BitSet held) {
    this.held = held;
  }

  /** These hours, by {@link #of(long)}. */
  public static HoursOfWeek of(BitSet hours) {
    if (hours.length() > COUNT) {
      throw new IllegalArgumentException("hours beyond a week's " + COUNT);
    }
    return new HoursOfWeek((BitSet) hours.clone());
  }

  /** Reads what {@link #text} wrote. */
  public static HoursOfWeek parse(String text) {
    BitSet hours = new BitSet(COUNT);
    if (text.length() != COUNT) {
      throw new IllegalArgumentException("a week of " + text.length() + " hours");
    }
    for (int i = 0; i < COUNT; i++) {
      char held = text.charAt(i);
      if (held != '0' && held != '1') {
        throw new IllegalArgumentException("hours of the week that are neither 0 nor 1");
      }
      hours.set(i, held == '1');
    }
    return new HoursOfWeek(hours);
  }

  /** The hour of the week of a time, epoch milliseconds: 0 for Monday's first, 167 for the last. */
  public static int of(long epochMillis) {
    return (int) Math.floorMod(Math.floorDiv(epochMillis, HOUR) + EPOCH, (long) COUNT);
  }

  /** Whether the history holds windows of that time's hour of the week. */
  public boolean holds(long epochMillis) {
    return held.get(of(epochMillis));
  }

  /** How many hours there are. */
  public int size() {
    return held.cardinality();
  }

  /** A 0 or 1 for each hour, Monday's first one first. */
  public String text() {
    StringBuilder text = new StringBuilder(COUNT);
    for (int i = 0; i < COUNT; i++) {
      text.append(held.get(i) ? '1' : '0');
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HoursOfWeek that && held.equals(that.held);
  }

  @Override
  public int hashCode() {
    return held.hashCode();
  }

  @Override
  public String toString() {
    return size() + " of " + COUNT + " hours of the week";
  }
}
