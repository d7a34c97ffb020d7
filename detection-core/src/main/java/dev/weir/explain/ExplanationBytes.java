package dev.weir.explain;

import dev.weir.feature.Feature;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Explanations as bytes, within whatever carries them; that has the version. */
public final class ExplanationBytes {

  private static final Feature[] FEATURES = Feature.values();

  private ExplanationBytes() {}

  /** Writes every field. */
  public static void write(Explanation explanation, DataOutput out) throws IOException {
    out.writeByte(explanation.reasons().size());
    for (Reason reason : explanation.reasons()) {
      out.writeUTF(reason.feature());
      out.writeDouble(reason.value());
      out.writeDouble(reason.median());
      out.writeDouble(reason.p99());
      out.writeDouble(reason.percentile());
      out.writeDouble(reason.contribution());
      out.writeUTF(reason.text());
    }
    CounterEvidence counter = explanation.counter();
    out.writeBoolean(counter != null);
    if (counter != null) {
      out.writeByte(counter.feature().ordinal());
      out.writeDouble(counter.value());
      out.writeDouble(counter.normalAt());
      out.writeDouble(counter.score());
      out.writeUTF(counter.text());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are of something else
   */
  public static Explanation read(DataInput in) throws IOException {
    int size = in.readUnsignedByte();
    if (size > Explanation.MAX_REASONS) {
      throw new IOException(size + " reasons: these bytes are of no explanation");
    }
    List<Reason> reasons = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      reasons.add(
          new Reason(
              in.readUTF(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readUTF()));
    }
    return new Explanation(reasons, in.readBoolean() ? counter(in) : null);
  }

  private static CounterEvidence counter(DataInput in) throws IOException {
    return new CounterEvidence(
        feature(in.readUnsignedByte()),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readUTF());
  }

  private static Feature feature(int index) throws IOException {
    if (index >= FEATURES.length) {
      throw new IOException("feature " + index + ": these bytes are of no explanation");
    }
    return FEATURES[index];
  }
}
