package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The source view of one window: what is measured of a source, and what people want to see of it.
 *
 * @param early whether the window is still open: counts can only grow
 */
public record SourceView(FeatureVector vector, Evidence evidence, boolean early) {

  /** A closed window of which no evidence is kept. */
  public static SourceView of(FeatureVector vector) {
    return new SourceView(vector, Evidence.NONE, false);
  }

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    vector.write(out);
    evidence.write(out);
    out.writeBoolean(early);
  }

  /** Reads what {@link #write} wrote. */
  public static SourceView read(DataInput in) throws IOException {
    return new SourceView(FeatureVector.read(in), Evidence.read(in), in.readBoolean());
  }
}
