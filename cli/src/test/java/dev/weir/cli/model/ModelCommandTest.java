package dev.weir.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.Invocation;
import dev.weir.feature.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Path model;

  @BeforeEach
  void train() throws IOException {
    model = train("model.json", 1);
  }

  /** A flow of each of ninety sources a minute; the factor is of their bytes. */
  private Path train(String name, int factor, Object... options) throws IOException {
    List<String> lines =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    "{\"src_ip\":\"10.0.0.%d\",\"dst_ip\":\"192.0.2.%d\",\"dst_port\":%d,"
                            .formatted(i % 90, i % 7, i % 11 == 0 ? 22 : 443)
                        + "\"bytes_in\":%d,\"bytes_out\":%d,\"start_time\":%d}"
                            .formatted(
                                factor * (100 + i * 37 % 911),
                                i * 53 % 677,
                                1_714_086_000_000L + i / 90 * 60_000L))
            .toList();
    Path log = Files.write(folder.resolve(name + ".log"), lines);
    Path output = folder.resolve(name);
    List<Object> arguments =
        new ArrayList<>(List.of("train", "--format=json", "--input", log, "--output", output));
    arguments.addAll(List.of(options));
    Invocation run = Invocation.of(arguments.toArray());
    assertThat(run.exit()).as(run.err()).isZero();
    return output;
  }

  @Test
  void showsWhatAModelKnows() {
    Invocation run = Invocation.of("model", "show", model);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("history   json, 2,000 entries: 2,000 flows")
        .contains("windows   2,000 of 1m from 90 sources")
        .contains("training  seed 42, contamination 0.05")
        .contains("left out  ")
        .contains("labels above 0.", "alerts above 0.");
    for (Feature feature : Feature.values()) {
      assertThat(run.out()).containsPattern(" {10}" + feature.id() + " +[0-9.]+ %");
    }
  }

  @Test
  void showsItToMachines() throws IOException {
    Invocation run = Invocation.of("model", "show", "--json", model);
    JsonNode shown = JSON.readTree(run.out());
    JsonNode file = JSON.readTree(model.toFile());

    assertThat(shown.get("id")).isEqualTo(file.get("id"));
    assertThat(shown.get("window_ms").asLong()).isEqualTo(60_000);
    assertThat(shown.get("features")).isEqualTo(file.at("/content/features"));
    assertThat(shown.at("/training/windows").asLong()).isEqualTo(2000);
    assertThat(shown.at("/training/first_event_time").asText()).isEqualTo("2024-04-25T23:00:00Z");
    assertThat(shown.at("/segments/0/label_threshold").asDouble()).isBetween(0.4, 1.0);
    assertThat(shown.at("/segments/0/score_quantiles/0.5").asDouble()).isBetween(0.3, 0.6);
    assertThat(shown.at("/segments/0/baselines/1/quantiles/1").asDouble()).isEqualTo(1010);
  }

  @Test
  void equalModelsDoNotDiffer() throws IOException {
    Invocation run = Invocation.of("model", "diff", model, train("again.json", 1));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("equal     both are ");
  }

  @Test
  void anotherSeedGrowsOtherTreesFromTheSameBaselines() throws IOException {
    Invocation run = Invocation.of("model", "diff", model, train("seed.json", 1, "--seed", 7));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("seed      42, then 7")
        .contains("forest    all: other trees, 128 trees of 2,000 windows")
        .doesNotContain("baseline", "forests   equal");
  }

  @Test
  void anotherContaminationMovesThresholdsAndNoTree() throws IOException {
    Path other = train("contamination.json", 1, "--contamination", 0.1);
    Invocation run = Invocation.of("model", "diff", model, other);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("asked     5.000 % anomalous, then 10.000 % anomalous")
        .contains("scores    all: labels above 0.")
        .contains("forests   equal");
  }

  @Test
  void theBaselinesThatMovedMostAreNamed() throws IOException {
    Path other = train("bytes.json", 10, "--features", "bytes_in,port_22_share");
    Invocation run = Invocation.of("model", "diff", model, other);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("features +no longer seen: .*bytes_out")
        .containsPattern("baseline +all: bytes_in: median [0-9,]+, then [0-9,]+0; 99 %")
        .doesNotContain("all: bytes_out");
    JsonNode json = JSON.readTree(Invocation.of("model", "diff", "--json", model, other).out());
    assertThat(json.get("equal").asBoolean()).isFalse();
    assertThat(json.get("same_forests").asBoolean()).isFalse();
    assertThat(json.get("differences").findValuesAsText("subject"))
        .contains("baseline", "features");
  }

  @Test
  void whatIsNoModelIsTrouble() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "a log\n");

    Invocation diff = Invocation.of("model", "diff", model, log);
    Invocation show = Invocation.of("model", "show", folder.resolve("none"));

    assertThat(diff.exit()).isEqualTo(2);
    assertThat(diff.err()).contains("is not a Weir model file").hasLineCount(1);
    assertThat(show.exit()).isEqualTo(1);
    assertThat(show.err()).contains("no such model file").hasLineCount(1);
  }
}
