package dev.weir.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.feature.SourceKey;
import dev.weir.flow.Truth;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Scored windows as a backtest wrote them, a JSON object a line. */
public final class ScoreFile {

  private ScoreFile() {}

  /**
   * Holds every window of a file against its truth.
   *
   * @param model that scored them
   * @param attacks which attacks the log has, by name
   */
  public static Evaluation evaluate(Path scores, Model model, AttackLog attacks)
      throws IOException {
    Evaluator evaluator = new Evaluator();
    try (BufferedReader lines = Files.newBufferedReader(scores);
        JsonParser json = new JsonFactory().createParser(lines)) {
      while (json.nextToken() != null) {
        read(json, model, attacks, evaluator);
      }
    }
    return evaluator.evaluate();
  }

  /** Reads one window; the parser stands at its brace. */
  private static void read(JsonParser json, Model model, AttackLog attacks, Evaluator out)
      throws IOException {
    String address = "";
    String scope = "";
    String start = "";
    double score = Double.NaN;
    int label = ScoredWindow.NORMAL;
    Truth truth = Truth.UNKNOWN;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      switch (name) {
        case "src_ip" -> address = json.getText();
        case "scope" -> scope = json.getText();
        case "window_start" -> start = json.getText();
        case "score" -> score = json.getDoubleValue();
        case "label" -> label = json.getIntValue();
        case "truth" ->
            truth = value == JsonToken.VALUE_NULL ? Truth.UNKNOWN : Truth.of(json.getText());
        default -> json.skipChildren();
      }
    }
    SourceKey source = new SourceKey(scope, address);
    long millis = truth == Truth.ANOMALOUS ? Instant.parse(start).toEpochMilli() : 0;
    Truth told = truth;
    out.add(
        score,
        label == ScoredWindow.ANOMALOUS,
        score > model.segments().of(source).alertThreshold(),
        told,
        told == Truth.ANOMALOUS ? attacks.of(source, millis) : Set.of());
  }
}
