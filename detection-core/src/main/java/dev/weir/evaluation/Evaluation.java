package dev.weir.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.flow.JsonBytes;
import dev.weir.flow.Truth;
import dev.weir.model.ScoredWindow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Scores compared with the truth, over the windows that have one. Where a number cannot be said, as
 * the precision of nothing, it is NaN.
 *
 * @param windows that have a truth
 * @param anomalous those of them that hold an attack
 * @param labelled those of them that the model labels anomalous
 * @param unknown windows without a truth, which count for nothing here
 * @param auroc area under the ROC curve, by score
 * @param auprc average precision, by score
 * @param precision of the model's labels
 * @param recall of the model's labels
 */
public record Evaluation(
    long windows,
    long anomalous,
    long labelled,
    long unknown,
    double auroc,
    double auprc,
    double precision,
    double recall) {

  /** Reads the scores that a backtest wrote. */
  public static Evaluation of(Path scores) throws IOException {
    Windows windows = new Windows();
    try (BufferedReader lines = Files.newBufferedReader(scores);
        JsonParser json = new JsonFactory().createParser(lines)) {
      while (json.nextToken() != null) {
        windows.read(json);
      }
    }
    return windows.evaluate();
  }

  /** The evaluation as a JSON document. */
  public byte[] toJson() {
    return JsonBytes.object(
        out -> {
          out.writeNumberField("windows", windows);
          out.writeNumberField("anomalous_windows", anomalous);
          out.writeNumberField("normal_windows", windows - anomalous);
          out.writeNumberField("labelled_anomalous", labelled);
          out.writeNumberField("unknown_windows", unknown);
          JsonBytes.number(out, "auroc", auroc);
          JsonBytes.number(out, "auprc", auprc);
          JsonBytes.number(out, "precision", precision);
          JsonBytes.number(out, "recall", recall);
        });
  }

  /** The evaluation in a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "AUROC %s, AUPRC %s, precision %s, recall %s; %,d of %,d windows hold attacks",
        shown(auroc),
        shown(auprc),
        shown(precision),
        shown(recall),
        anomalous,
        windows);
  }

  private static String shown(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
  }

  /** What was read so far. */
  private static final class Windows {
    private final DoubleStream.Builder scores = DoubleStream.builder();
    private final BitSet attacks = new BitSet();
    private int known;
    private long unknown;
    private long labelled;
    private long right;

    /** Reads one window; the parser stands at its brace. */
    void read(JsonParser json) throws IOException {
      double score = Double.NaN;
      int label = ScoredWindow.NORMAL;
      Truth truth = Truth.UNKNOWN;
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "score" -> score = json.getDoubleValue();
          case "label" -> label = json.getIntValue();
          case "truth" ->
              truth = value == JsonToken.VALUE_NULL ? Truth.UNKNOWN : Truth.of(json.getText());
          default -> json.skipChildren();
        }
      }
      add(score, label == ScoredWindow.ANOMALOUS, truth);
    }

    private void add(double score, boolean isLabelled, Truth truth) {
      if (truth == Truth.UNKNOWN) {
        unknown++;
        return;
      }
      scores.add(score);
      attacks.set(known, truth == Truth.ANOMALOUS);
      known++;
      labelled += isLabelled ? 1 : 0;
      right += isLabelled && truth == Truth.ANOMALOUS ? 1 : 0;
    }

    Evaluation evaluate() {
      boolean[] anomalous = new boolean[known];
      for (int i = 0; i < known; i++) {
        anomalous[i] = attacks.get(i);
      }
      Ranking ranking = Ranking.of(scores.build().toArray(), anomalous);
      long positives = attacks.cardinality();
      return new Evaluation(
          known,
          positives,
          labelled,
          unknown,
          ranking.areaUnderRoc(),
          ranking.averagePrecision(),
          (double) right / labelled,
          (double) right / positives);
    }
  }
}
