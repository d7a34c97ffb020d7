package dev.weir.alert;

import dev.weir.explain.ExplanationBytes;
import dev.weir.model.ScoredWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Alerts as bytes between the tasks of one running job. */
public final class AlertBytes {

  private AlertBytes() {}

  /** Writes every field. */
  public static void write(Alert alert, DataOutput out) throws IOException {
    out.writeUTF(alert.id());
    alert.window().write(out);
    out.writeDouble(alert.threshold());
    ExplanationBytes.write(alert.explanation(), out);
  }

  /** Reads what {@link #write} wrote. */
  public static Alert read(DataInput in) throws IOException {
    return new Alert(
        in.readUTF(), ScoredWindow.read(in), in.readDouble(), ExplanationBytes.read(in));
  }
}
