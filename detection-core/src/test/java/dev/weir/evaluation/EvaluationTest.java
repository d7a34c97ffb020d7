package dev.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Truth;
import dev.weir.model.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  @TempDir private Path folder;

  private String evaluate(String... windows) throws IOException {
    AttackLog attacks = new AttackLog(WindowSpec.tumbling(60_000));
    attacks.attack("scan");
    attacks.flow(
        FlowRecord.builder().srcIp("::1").start(60_500).end(60_600).truth(Truth.ANOMALOUS).build());
    Path scores = Files.write(folder.resolve("scores.jsonl"), List.of(windows));
    return new String(
        ScoreFile.evaluate(scores, Models.small(), attacks).toJson(), StandardCharsets.UTF_8);
  }

  private static String window(double score, int label, String truth) {
    return ("{\"src_ip\":\"::1\",\"scope\":\"\",\"window_start\":\"1970-01-01T00:01:00Z\","
            + "\"score\":%s,\"label\":%d,\"truth\":%s,\"features\":{\"score\":9}}")
        .formatted(score, label, truth.equals("null") ? truth : '"' + truth + '"');
  }

  @Test
  void comparesWindowsThatHaveATruth() throws IOException {
    assertThat(
            evaluate(
                window(0.9, -1, "anomalous"),
                window(0.8, -1, "normal"),
                window(0.7, -1, "null"),
                window(0.6, 1, "anomalous"),
                window(0.5, 1, "normal")))
        .isEqualTo(
            "{\"windows\":4,\"anomalous_windows\":2,\"normal_windows\":2,\"labelled_anomalous\":2,"
                + "\"unknown_windows\":1,\"auroc\":0.75,\"auprc\":0.8333333333333333,"
                + "\"precision\":0.5,\"recall\":0.5,\"auroc_baseline\":0.5,\"auprc_baseline\":0.5,"
                + "\"alerting\":2,\"alert_precision\":0.5,\"alert_recall\":0.5,"
                + "\"attacks\":[{\"attack\":\"scan\",\"windows\":2,\"recall\":0.5,"
                + "\"alert_recall\":0.5}]}");
  }

  @Test
  void whatCannotBeSaidIsNull() throws IOException {
    assertThat(evaluate(window(0.9, 1, "normal")))
        .isEqualTo(
            "{\"windows\":1,\"anomalous_windows\":0,\"normal_windows\":1,\"labelled_anomalous\":0,"
                + "\"unknown_windows\":0,\"auroc\":null,\"auprc\":null,\"precision\":null,"
                + "\"recall\":null,\"auroc_baseline\":0.5,\"auprc_baseline\":0,\"alerting\":1,"
                + "\"alert_precision\":0,\"alert_recall\":null,\"attacks\":[]}");
  }

  @Test
  void whatOneKindOfWindowLeavesUnknownIsSaid() {
    assertThat(of().reservation()).startsWith("no window has a label").contains("--label.column");
    assertThat(of(Truth.NORMAL).reservation()).startsWith("no window holds an attack");
    assertThat(of(Truth.ANOMALOUS).reservation()).startsWith("every window holds an attack");
    assertThat(of(Truth.ANOMALOUS, Truth.NORMAL).reservation()).isEmpty();
    assertThat(of(Truth.UNKNOWN).unknown()).isEqualTo(1);
  }

  private static Evaluation of(Truth... truths) {
    Evaluator evaluator = new Evaluator();
    for (Truth truth : truths) {
      evaluator.add(0.5, false, false, truth, Set.of());
    }
    return evaluator.evaluate();
  }
}
