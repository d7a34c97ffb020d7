package dev.weir.alert;

import dev.weir.feature.Feature;
import dev.weir.model.ScoredWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Alerts as bytes between the tasks of one running job. */
public final class AlertBytes {

  private static final Feature[] FEATURES = Feature.values();

  private AlertBytes() {}

  /** Writes every field. */
  public static void write(Alert alert, DataOutput out) throws IOException {
    out.writeUTF(alert.id());
    alert.window().write(out);
    out.writeDouble(alert.threshold());
    out.writeByte(alert.reasons().size());
    for (Reason reason : alert.reasons()) {
      out.writeByte(reason.feature().ordinal());
      out.writeDouble(reason.value());
      out.writeDouble(reason.median());
      out.writeDouble(reason.p99());
      out.writeDouble(reason.percentile());
      out.writeUTF(reason.text());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Alert read(DataInput in) throws IOException {
    String id = in.readUTF();
    ScoredWindow window = ScoredWindow.read(in);
    double threshold = in.readDouble();
    int size = in.readUnsignedByte();
    if (size > Explainer.MAX_REASONS) {
      throw new IOException(size + " reasons: these bytes are not of an alert");
    }
    List<Reason> reasons = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      reasons.add(
          new Reason(
              feature(in.readUnsignedByte()),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readUTF()));
    }
    return new Alert(id, window, threshold, reasons);
  }

  private static Feature feature(int index) throws IOException {
    if (index >= FEATURES.length) {
      throw new IOException("feature " + index + ": these bytes are not of an alert");
    }
    return FEATURES[index];
  }
}
