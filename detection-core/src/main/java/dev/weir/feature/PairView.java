package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The pair view: how a source keeps coming back to a target, over hours. Emitted when one of the
 * source's windows closes in which it came.
 *
 * @param windowStart of that window, epoch milliseconds
 * @param windowEnd of that window, epoch milliseconds
 * @param firstSeen event time of the first contact that is remembered, epoch milliseconds
 * @param lastSeen of the last, to the resolution of a slot
 * @param contacts how often it came; what lies in neighbouring slots is one contact
 * @param period the typical interval, milliseconds
 * @param regularity share of the intervals that lie within a quarter of the period, 0 to 1
 * @param bytesIn bytes sent over all contacts; of windows that slide about
 * @param bytesOut bytes that came back over all contacts; likewise
 */
public record PairView(
    SourceKey source,
    TargetKey target,
    long windowStart,
    long windowEnd,
    long firstSeen,
    long lastSeen,
    long contacts,
    long period,
    double regularity,
    long bytesIn,
    long bytesOut) {

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    source.write(out);
    target.write(out);
    out.writeLong(windowStart);
    out.writeLong(windowEnd);
    out.writeLong(firstSeen);
    out.writeLong(lastSeen);
    Varint.write(out, contacts);
    Varint.write(out, period);
    out.writeDouble(regularity);
    Varint.write(out, bytesIn);
    Varint.write(out, bytesOut);
  }

  /** Reads what {@link #write} wrote. */
  public static PairView read(DataInput in) throws IOException {
    return new PairView(
        SourceKey.read(in),
        TargetKey.read(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        Varint.read(in),
        Varint.read(in),
        in.readDouble(),
        Varint.read(in),
        Varint.read(in));
  }
}
