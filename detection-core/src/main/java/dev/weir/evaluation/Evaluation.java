package dev.weir.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.JsonBytes;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Scores compared with the truth, over the windows that have one. Where a number cannot be said, as
 * the precision of nothing, it is NaN.
 *
 * @param windows that have a truth
 * @param unknown windows without a truth, which count for nothing here
 * @param auroc area under the ROC curve, by score; {@value #AUROC_BY_CHANCE} by chance
 * @param auprc average precision, by score; the {@link #prevalence} by chance
 * @param labels what the label threshold cuts off
 * @param alerts what the alert threshold cuts off
 * @param attacks by kind, where labels name kinds; by name
 */
public record Evaluation(
    long windows,
    long unknown,
    double auroc,
    double auprc,
    Cut labels,
    Cut alerts,
    List<AttackRecall> attacks) {

  /** What scores that know nothing come to. */
  public static final double AUROC_BY_CHANCE = 0.5;

  /** Keeps a list of its own. */
  public Evaluation {
    attacks = List.copyOf(attacks);
  }

  /** Windows that hold an attack. */
  public long anomalous() {
    return labels.anomalous();
  }

  /** The share of windows that hold an attack, which is the precision of chance; NaN of none. */
  public double prevalence() {
    return (double) anomalous() / windows;
  }

  /** Why scores cannot be held against the truth, in a sentence; empty where they can. */
  public String reservation() {
    if (windows == 0) {
      return "no window has a label, so that scores cannot be judged; name the logs' labels by"
          + " --label.column";
    }
    if (anomalous() == 0) {
      return "no window holds an attack, so that nothing can be found: only false alarms are told";
    }
    return anomalous() == windows
        ? "every window holds an attack, so that scores have nothing to tell it from"
        : "";
  }

  /** The evaluation as a JSON document. */
  public byte[] toJson() {
    return JsonBytes.object(this::write);
  }

  /** Writes its fields into an object that is begun. */
  public void write(JsonGenerator out) throws IOException {
    out.writeNumberField("windows", windows);
    out.writeNumberField("anomalous_windows", anomalous());
    out.writeNumberField("normal_windows", windows - anomalous());
    out.writeNumberField("labelled_anomalous", labels.above());
    out.writeNumberField("unknown_windows", unknown);
    JsonBytes.number(out, "auroc", auroc);
    JsonBytes.number(out, "auprc", auprc);
    labels.write(out, "");
    out.writeNumberField("auroc_baseline", AUROC_BY_CHANCE);
    JsonBytes.number(out, "auprc_baseline", prevalence());
    out.writeNumberField("alerting", alerts.above());
    alerts.write(out, "alert_");
    out.writeArrayFieldStart("attacks");
    for (AttackRecall attack : attacks) {
      out.writeStartObject();
      out.writeStringField("attack", attack.name());
      out.writeNumberField("windows", attack.windows());
      JsonBytes.number(out, "recall", (double) attack.labelled() / attack.windows());
      JsonBytes.number(out, "alert_recall", (double) attack.alerting() / attack.windows());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** The evaluation in a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "AUROC %s (by chance 0.5), AUPRC %s (by chance %s), precision %s, recall %s;"
            + " %,d of %,d windows hold attacks",
        shown(auroc),
        shown(auprc),
        shown(prevalence()),
        shown(labels.precision()),
        shown(labels.recall()),
        anomalous(),
        windows);
  }

  private static String shown(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
  }
}
