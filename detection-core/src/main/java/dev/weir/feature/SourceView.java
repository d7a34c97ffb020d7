package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The source view of one window: what is measured of a source, and what people want to see of it.
 *
 * @param firstSeen start of the earliest flow, epoch milliseconds
 * @param lastSeen end of the latest, epoch milliseconds
 * @param early whether the window is still open: counts can only grow
 */
public record SourceView(
    FeatureVector vector, Evidence evidence, long firstSeen, long lastSeen, boolean early) {

  /** A closed window of which no evidence is kept. */
  public static SourceView of(FeatureVector vector) {
    return new SourceView(vector, Evidence.NONE, vector.windowStart(), vector.windowEnd(), false);
  }

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    vector.write(out);
    evidence.write(out);
    out.writeLong(firstSeen);
    out.writeLong(lastSeen);
    out.writeBoolean(early);
  }

  /** Reads what {@link #write} wrote. */
  public static SourceView read(DataInput in) throws IOException {
    return new SourceView(
        FeatureVector.read(in), Evidence.read(in), in.readLong(), in.readLong(), in.readBoolean());
  }
}
