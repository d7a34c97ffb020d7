package dev.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of what the job measured is the model of the logs themselves. */
class VectorsITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] MEASURING = {
    "--window=5m", "--slide=1m", "--critical-ports=22,53", "--short-flow=300ms"
  };

  @TempDir private Path folder;
  private Path logs;
  private Path vectors;

  @BeforeEach
  void writeLogs() throws IOException {
    logs = FlowLines.write(folder.resolve("logs.json"), FlowLines.quiet(20, 240));
    vectors = folder.resolve("v.jsonl");
  }

  private static Invocation weir(String command, String input, String output, String... more) {
    return Invocation.of(
        Stream.concat(Stream.of(command, input, output), Stream.of(more)).toArray());
  }

  private Invocation extract(String... more) {
    Invocation run =
        weir("backtest", "--input=" + logs, "--vectors=" + vectors, more("--format=json", more));
    assertThat(run.err()).isEmpty();
    return run;
  }

  private static String[] more(String first, String... rest) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
  }

  private JsonNode trained(String input, String... more) throws IOException {
    Path model = Files.createTempFile(folder, "model", ".json");
    Invocation run = weir("train", input, "--output=" + model, more);
    assertThat(run.err()).isEmpty();
    return JSON.readTree(model.toFile()).path("content");
  }

  private static void assertSameLearned(JsonNode ofVectors, JsonNode ofLogs) {
    assertThat(ofLogs.path("segments").isEmpty()).isFalse();
    for (String part : List.of("window_ms", "slide_ms", "critical_ports", "network", "segments")) {
      assertThat(ofVectors.path(part)).as(part).isEqualTo(ofLogs.path(part));
    }
    for (String part : List.of("port_flows", "country_flows", "targets")) {
      assertThat(ofVectors.path(part)).as(part).isEqualTo(ofLogs.path(part));
    }
    assertThat(ofVectors.path("training").path("flows"))
        .isEqualTo(ofLogs.path("training").path("flows"));
  }

  @Test
  void aModelOfVectorsIsThatOfTheLogs() throws IOException {
    Invocation run = extract(MEASURING);

    assertThat(run.out()).contains("windows   ", "5m sliding by 1m, measured for training, in ");
    assertSameLearned(
        trained("--input-vectors=" + vectors),
        trained("--input=" + logs, more("--format=json", MEASURING)));
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("targets"));
  }

  @Test
  void theOrderOfLinesAndTheirPackingDoNotMatter() throws IOException {
    extract();
    List<String> lines = new ArrayList<>(Files.readAllLines(vectors));
    Collections.shuffle(lines, new Random(3));
    Path packed = folder.resolve("shuffled");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    // So few windows are kept that it would show if the order chose them.
    assertThat(trained("--input-vectors=" + packed, "--sample-size=500").path("segments"))
        .isEqualTo(
            trained("--input=" + logs, "--format=json", "--sample-size=500").path("segments"));
  }

  @Test
  void everyLineSaysHowItWasMeasured() throws IOException {
    extract();

    for (String line : Files.readAllLines(vectors)) {
      JsonNode window = JSON.readTree(line);
      assertThat(window.path("measured").path("window_ms").asLong()).isEqualTo(60_000);
      assertThat(window.path("window_start").asText()).startsWith("2026-03-02T");
      assertThat(window.path("kind").asText()).isIn("source", "target");
    }
  }

  @Test
  void vectorsThatWereMeasuredOtherwiseThanAskedAreRefused() {
    extract();
    Path model = folder.resolve("m.json");

    Invocation window =
        weir("train", "--input-vectors=" + vectors, "--output=" + model, "--window=5m");
    assertThat(window.exit()).isEqualTo(1);
    assertThat(window.err().lines())
        .containsExactly(
            "weir: the vectors were measured with another --window (windows of 1m); drop the"
                + " option, or extract them again");

    Invocation scope =
        weir("train", "--input-vectors=" + vectors, "--output=" + model, "--scope=vpc");
    assertThat(scope.err().lines())
        .containsExactly(
            "weir: the vectors were measured with --scope account; give the same options");
    assertThat(model).doesNotExist();
  }

  @Test
  void vectorsOfAnotherSchemaAreRefused() throws IOException {
    extract();
    String content = Files.readString(vectors);
    Files.writeString(vectors, content.replace("\"schema_version\":1,", "\"schema_version\":99,"));

    Invocation trained =
        weir("train", "--input-vectors=" + vectors, "--output=" + folder.resolve("m.json"));

    assertThat(trained.exit()).isEqualTo(1);
    assertThat(trained.err())
        .startsWith("weir: " + vectors + ":1 holds vectors of feature schema 99, and this release")
        .hasLineCount(1);
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertUsage(
        "--vectors measures and scores nothing; drop --scores, or --vectors",
        "backtest",
        "--vectors=v",
        "--scores=s",
        "--input=" + logs,
        "--format=json");
    assertUsage(
        "Missing required option: '--model=FILE'", "backtest", "--input=l", "--format=json");
    assertUsage("Missing required option: '--input=PATH'", "train", "--output=m");
    assertUsage(
        "--input-vectors is given in place of --input; drop one of them",
        "train",
        "--input=" + logs,
        "--input-vectors=v",
        "--output=m");
  }

  private static void assertUsage(String sentence, Object... arguments) {
    Invocation run = Invocation.of(arguments);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
  }
}
