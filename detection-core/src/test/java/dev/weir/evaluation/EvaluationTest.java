package dev.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  @TempDir private Path folder;

  private String evaluate(String... windows) throws IOException {
    Path scores = Files.write(folder.resolve("scores.jsonl"), List.of(windows));
    return new String(Evaluation.of(scores).toJson(), StandardCharsets.UTF_8);
  }

  private static String window(double score, int label, String truth) {
    return "{\"src_ip\":\"::1\",\"score\":%s,\"label\":%d,\"truth\":%s,\"features\":{\"score\":9}}"
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
                + "\"precision\":0.5,\"recall\":0.5}");
  }

  @Test
  void whatCannotBeSaidIsNull() throws IOException {
    assertThat(evaluate(window(0.9, 1, "normal")))
        .isEqualTo(
            "{\"windows\":1,\"anomalous_windows\":0,\"normal_windows\":1,\"labelled_anomalous\":0,"
                + "\"unknown_windows\":0,\"auroc\":null,\"auprc\":null,\"precision\":null,"
                + "\"recall\":null}");
  }
}
