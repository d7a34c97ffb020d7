package dev.weir.model;

import dev.weir.feature.FeatureVector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A window with its score and what the policy makes of it.
 *
 * @param score above 0 and at most 1; higher is stranger
 * @param label {@link #ANOMALOUS} or {@link #NORMAL}: describes, and wakes nobody
 * @param alerting whether the score is beyond the alert threshold
 * @param modelId of the model that scored it
 */
public record ScoredWindow(
    FeatureVector vector, double score, int label, boolean alerting, String modelId) {

  /** Label of a window whose score is above the label threshold. */
  public static final int ANOMALOUS = -1;

  /** Label of any other window. */
  public static final int NORMAL = 1;

  /** Writes every field. */
  public void write(DataOutput out) throws IOException {
    vector.write(out);
    out.writeDouble(score);
    out.writeByte(label);
    out.writeBoolean(alerting);
    out.writeUTF(modelId);
  }

  /** Reads what {@link #write} wrote. */
  public static ScoredWindow read(DataInput in) throws IOException {
    FeatureVector vector = FeatureVector.read(in);
    double score = in.readDouble();
    int label = in.readByte();
    boolean alerting = in.readBoolean();
    return new ScoredWindow(vector, score, label, alerting, in.readUTF());
  }
}
