package dev.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of public data, from training to scores; skipped where it is not at hand. */
class PublicDataBacktestITCase {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path scores;

  @BeforeEach
  void nameResults() {
    scores = folder.resolve("scores.jsonl");
  }

  @Test
  void findsTheRowsOfTheRealFileThatScikitLearnFinds() throws Exception {
    Path real = Invocation.data().resolve("cloudwatch-web-attack.csv");
    assumeThat(real).as("skipped without " + real).exists();
    Path trained = folder.resolve("m.json");
    Invocation train =
        Invocation.of(
            "train",
            "--input",
            real,
            "--format",
            "csv",
            "--window",
            "10m",
            "--features",
            "bytes_in,bytes_out,duration_mean,traffic_rate,avg_packet_size",
            "--log-scale",
            "off",
            "--output",
            trained);
    assertThat(train.exit()).isZero();

    Invocation run =
        Invocation.of(
            "backtest", "--model", trained, "--input", real, "--format", "csv", "--scores", scores);

    assertThat(run.out()).contains("282 flows, 0 dead letters", " 0 late", "282 scored");
    List<JsonNode> windows = json(scores);
    assertThat(windows).hasSize(282);
    Set<String> anomalous = new HashSet<>();
    windows.stream()
        .filter(window -> window.get("label").asInt() == -1)
        .forEach(w -> anomalous.add(w.get("src_ip").asText() + w.get("window_start").asText()));
    assertThat(anomalous).hasSizeBetween(13, 15);
    assertThat(anomalous.stream().filter(alwaysFlagged(real)::contains).count())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  void scoresTheRealFileAsCompletelyWithEveryFeature() throws Exception {
    Path real = Invocation.data().resolve("cloudwatch-web-attack.csv");
    assumeThat(real).as("skipped without " + real).exists();
    Path trained = folder.resolve("m.json");
    Invocation.of(
        "train", "--input", real, "--format", "csv", "--window", "10m", "--output", trained);

    Invocation run =
        Invocation.of(
            "backtest", "--model", trained, "--input", real, "--format", "csv", "--scores", scores);

    assertThat(run.out()).contains("282 flows, 0 dead letters", " 0 late", "282 scored");
  }

  /** The twelve rows that scikit-learn flags with any seed. */
  private static Set<String> alwaysFlagged(Path real) throws IOException {
    List<String> rows = Files.readAllLines(real);
    Set<String> keys = new HashSet<>();
    for (int row : new int[] {36, 87, 153, 169, 176, 185, 200, 211, 229, 257, 267, 279}) {
      String[] cells = rows.get(row + 1).split(",", -1);
      keys.add(cells[4] + cells[2]);
    }
    return keys;
  }

  private static List<JsonNode> json(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }
}
