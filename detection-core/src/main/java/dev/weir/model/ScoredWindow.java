package dev.weir.model;

import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceView;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A window with its score and what the policy makes of it.
 *
 * @param view the window; may still be open: see {@link SourceView#early}
 * @param score above 0 and at most 1; higher is stranger
 * @param label {@link #ANOMALOUS} or {@link #NORMAL}: describes, and wakes nobody
 * @param alerting whether the score is beyond the alert threshold
 * @param modelId of the model that scored it
 */
public record ScoredWindow(
    SourceView view, double score, int label, boolean alerting, String modelId) {

  /** Label of a window whose score is above the label threshold. */
  public static final int ANOMALOUS = -1;

  /** Label of any other window. */
  public static final int NORMAL = 1;

  /** A closed window of which no evidence is kept. */
  public ScoredWindow(
      FeatureVector vector, double score, int label, boolean alerting, String modelId) {
    this(SourceView.of(vector), score, label, alerting, modelId);
  }

  /** What was measured. */
  public FeatureVector vector() {
    return view.vector();
  }

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    view.write(out);
    out.writeDouble(score);
    out.writeByte(label);
    out.writeBoolean(alerting);
    out.writeUTF(modelId);
  }

  /** Reads what {@link #write} wrote. */
  public static ScoredWindow read(DataInput in) throws IOException {
    SourceView view = SourceView.read(in);
    double score = in.readDouble();
    int label = in.readByte();
    boolean alerting = in.readBoolean();
    return new ScoredWindow(view, score, label, alerting, in.readUTF());
  }
}
