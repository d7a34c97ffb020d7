package dev.weir.cli.backtest;

import dev.weir.evaluation.Evaluation;
import dev.weir.flow.JsonBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backtest made of a labelled log, held against the labels.
 *
 * @param scores by window
 * @param incidents by attack
 */
record BacktestEvaluation(Evaluation scores, IncidentEvaluation incidents) {

  /** As a JSON document. */
  byte[] toJson() {
    return JsonBytes.object(
        out -> {
          scores.write(out);
          incidents.write(out);
        });
  }

  /** What a person is told. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("evaluated " + scores);
    lines.add("attacks   " + incidents);
    if (!scores.reservation().isEmpty()) {
      lines.add("warning   " + scores.reservation());
    }
    return lines;
  }
}
