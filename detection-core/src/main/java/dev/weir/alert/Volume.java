package dev.weir.alert;

import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an incident's windows add up to. It only grows as windows are added in their order.
 *
 * @param windows how many
 * @param flows of them; where windows overlap, of those that don't overlap one counted before
 * @param bytesIn NaN as long as no window has given them
 * @param bytesOut likewise
 * @param countedUntil end of the last window whose flows were counted, epoch milliseconds
 * @param latestStart of the window that was counted last, epoch milliseconds
 */
record Volume(
    long windows,
    long flows,
    double bytesIn,
    double bytesOut,
    long countedUntil,
    long latestStart) {

  static final Volume NONE =
      new Volume(0, 0, Double.NaN, Double.NaN, Long.MIN_VALUE, Long.MIN_VALUE);

  /** Whether this window, or a later one, was counted before: windows come in their order. */
  boolean counts(Detection window) {
    return window.windowStart() <= latestStart;
  }

  Volume plus(Detection window) {
    if (counts(window)) {
      return this;
    }
    if (window.kind() == Kind.PAIR) {
      // A pair's view is of all contacts that are remembered, and not of a window's; of several
      // pairs not all come in each window.
      return new Volume(
          windows + 1,
          Math.max(flows, window.flows()),
          most(bytesIn, window.bytesIn()),
          most(bytesOut, window.bytesOut()),
          window.windowEnd(),
          window.windowStart());
    }
    if (window.windowStart() < countedUntil) {
      return new Volume(windows + 1, flows, bytesIn, bytesOut, countedUntil, window.windowStart());
    }
    return new Volume(
        windows + 1,
        flows + window.flows(),
        sum(bytesIn, window.bytesIn()),
        sum(bytesOut, window.bytesOut()),
        window.windowEnd(),
        window.windowStart());
  }

  /** The same, and nowhere less than the other. */
  Volume atLeast(Volume other) {
    return new Volume(
        Math.max(windows, other.windows),
        Math.max(flows, other.flows),
        most(bytesIn, other.bytesIn),
        most(bytesOut, other.bytesOut),
        countedUntil,
        latestStart);
  }

  /** The sum of what is known: of two absent numbers (NaN) none is. */
  static double sum(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : a + b;
  }

  private static double most(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(windows);
    out.writeLong(flows);
    out.writeDouble(bytesIn);
    out.writeDouble(bytesOut);
    out.writeLong(countedUntil);
    out.writeLong(latestStart);
  }

  static Volume read(DataInput in) throws IOException {
    return new Volume(
        in.readLong(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readLong(),
        in.readLong());
  }
}
