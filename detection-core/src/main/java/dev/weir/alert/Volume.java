package dev.weir.alert;

import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an incident's windows add up to.
 *
 * @param windows how many
 * @param flows of them; where windows overlap, of those that don't overlap one counted before
 * @param bytesIn NaN as long as no window has given them
 * @param bytesOut likewise
 * @param countedUntil end of the last window whose flows were counted, epoch milliseconds
 */
record Volume(long windows, long flows, double bytesIn, double bytesOut, long countedUntil) {

  static final Volume NONE = new Volume(0, 0, Double.NaN, Double.NaN, Long.MIN_VALUE);

  Volume plus(Detection window) {
    if (window.kind() == Kind.PAIR) {
      // A pair's view is of all contacts that are remembered, and not of a window's.
      return new Volume(
          windows + 1, window.flows(), window.bytesIn(), window.bytesOut(), window.windowEnd());
    }
    if (window.windowStart() < countedUntil) {
      return new Volume(windows + 1, flows, bytesIn, bytesOut, countedUntil);
    }
    return new Volume(
        windows + 1,
        flows + window.flows(),
        sum(bytesIn, window.bytesIn()),
        sum(bytesOut, window.bytesOut()),
        window.windowEnd());
  }

  private static double sum(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : a + b;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(windows);
    out.writeLong(flows);
    out.writeDouble(bytesIn);
    out.writeDouble(bytesOut);
    out.writeLong(countedUntil);
  }

  static Volume read(DataInput in) throws IOException {
    return new Volume(
        in.readLong(), in.readLong(), in.readDouble(), in.readDouble(), in.readLong());
  }
}
