package dev.weir.job.sink;

import dev.weir.alert.Alert;
import dev.weir.feature.Late;
import dev.weir.flow.DeadLetter;
import dev.weir.model.ScoredWindow;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Everything that leaves the pipeline.
 *
 * @param alerts windows that somebody should look at
 * @param deadLetters entries that could not become flows
 * @param late flows whose windows had closed
 * @param scores every scored window; null for nowhere
 * @param vectors every closed window, for training; null for nowhere
 */
public record Sinks(
    Sink<Alert> alerts,
    Sink<DeadLetter> deadLetters,
    Sink<Late> late,
    Sink<ScoredWindow> scores,
    VectorSinks vectors) {

  /** Without windows for training. */
  public Sinks(
      Sink<Alert> alerts,
      Sink<DeadLetter> deadLetters,
      Sink<Late> late,
      Sink<ScoredWindow> scores) {
    this(alerts, deadLetters, late, scores, null);
  }
}
