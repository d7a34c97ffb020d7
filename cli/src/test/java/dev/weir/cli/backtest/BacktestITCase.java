package dev.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.alert.AlertFormat;
import dev.weir.alert.IncidentSettings;
import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.cli.StopSignal;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.finding.FindingOptions;
import dev.weir.job.Alerting;
import dev.weir.job.operator.ShippedModel;
import dev.weir.network.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GARBAGE = 7;

  @TempDir private static Path home;
  private static Path model;

  @TempDir private Path folder;
  private Path scores;
  private Path alerts;
  private Path deadLetters;

  @BeforeAll
  static void train() throws IOException {
    model = FlowLines.model(home);
  }

  @BeforeEach
  void nameResults() {
    scores = folder.resolve("scores.jsonl");
    alerts = folder.resolve("alerts.jsonl");
    deadLetters = folder.resolve("dead.jsonl");
  }

  @Test
  void scoresDisorderedFilesAsIfTheyWereOneInOrder() throws Exception {
    Path files = disordered();

    Invocation run = backtest(files, "--alerts", alerts, "--dead-letters", deadLetters);

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(" 0 late", GARBAGE + " dead letters {malformed=" + GARBAGE);
    List<String> disordered = Files.readAllLines(scores);
    assertThat(Files.readAllLines(deadLetters)).hasSize(GARBAGE);
    assertThat(Files.readAllLines(alerts)).anyMatch(line -> line.contains("10.9.9.9"));

    Path sorted = FlowLines.write(folder.resolve("sorted.json"), traffic());
    assertThat(backtest(sorted).exit()).isZero();
    assertThat(Files.readAllLines(scores)).isEqualTo(disordered);
  }

  @Test
  void writesALineForEachWindowInOrderWithEveryKey() throws Exception {
    backtest(FlowLines.write(folder.resolve("in.json"), traffic()));

    List<JsonNode> windows = json(scores);
    assertThat(windows)
        .hasSizeGreaterThan(100)
        .isSortedAccordingTo(
            Comparator.comparing((JsonNode window) -> window.get("window_start").asText())
                .thenComparing(window -> window.get("src_ip").asText()));
    assertThat(windows)
        .allSatisfy(
            window -> {
              assertThat(window.fieldNames())
                  .toIterable()
                  .containsExactly(
                      "src_ip",
                      "scope",
                      "window_start",
                      "window_end",
                      "score",
                      "label",
                      "truth",
                      "model_id",
                      "features");
              assertThat(window.get("window_start").asText()).matches("2026-03-02T..:..:00Z");
              assertThat(window.get("score").asDouble()).isBetween(0.0, 1.0);
              assertThat(window.get("label").asInt()).isIn(-1, 1);
            });
    assertThat(new HashSet<>(windows)).hasSameSizeAs(windows);
    double flows =
        windows.stream().mapToDouble(w -> w.get("features").get("flow_count").asDouble()).sum();
    assertThat(flows).isEqualTo(traffic().size());
  }

  @Test
  void writesNothingWhereItIsStopped() throws Exception {
    Path input = FlowLines.write(folder.resolve("in.json"), traffic());
    LogOptions log = LogOptions.of(LogFormat.JSON);
    LogSurvey survey = LogSurvey.of(List.of(input), log, TimeBounds.NONE, bytes -> {});
    StopSignal stop = new StopSignal();
    stop.request();

    Alerting alerting =
        new Alerting(
            FindingOptions.of(),
            new IncidentSettings(50, 60, 300_000, 3_600_000, 0),
            Network.DEFAULT,
            false,
            true);
    Backtest backtest =
        new Backtest(
            ShippedModel.of(Files.readAllBytes(model), "model"), alerting, AlertFormat.NATIVE);
    try (BacktestFiles begun = BacktestFiles.at(scores, alerts, null, null, null)) {
      assertThat(backtest.run(survey, begun.results(), stop)).isEmpty();
    }

    assertThat(files()).containsExactly("in.json");
  }

  @Test
  void showsWhatIsLateBeyondTheDisorderAllowed() throws Exception {
    Path late = folder.resolve("late.jsonl");

    Invocation run = backtest(disordered(), "--max-disorder", "1m", "--late-flows", late);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).doesNotContain(" 0 late").contains("warning");
    List<JsonNode> flows = json(late);
    assertThat(run.out()).contains(String.format(Locale.ROOT, " %,d late", flows.size()));
    assertThat(flows).allSatisfy(flow -> assertThat(flow.get("src_ip").asText()).isNotEmpty());
    assertThat(backtest(late, "--max-disorder", "7d").exit()).isZero();
  }

  @Test
  void aFlowYearsAheadIsADeadLetterAndMakesNoOtherLate() throws Exception {
    List<String> lines = new ArrayList<>(traffic());
    lines.add(10, FlowLines.flow("10.0.0.1", 20 * 365 * 86_400L, 443, 1));
    Path in = FlowLines.write(folder.resolve("in.json"), lines);

    Invocation run = backtest(in, "--dead-letters", deadLetters);

    assertThat(run.out()).contains(" 0 late", "1 dead letters {future-time=1}");
    assertThat(json(deadLetters).get(0).get("origin").asText()).isEqualTo(in + ":11");
  }

  @Test
  void takesTheColumnsFromACsvFilesOwnHeader() throws Exception {
    Path csv =
        FlowLines.write(
            folder.resolve("in.csv"),
            List.of(
                "dst_port,time,src_ip,bytes_in,unheard_of",
                "443,2026-03-02T08:00:00Z,10.0.0.1,5,x",
                "443,2026-03-02T08:00:01Z,10.0.0.1,6,x",
                "443,2026-03-02T08:00:01Z,nobody,6,x"));

    Invocation run =
        Invocation.of(
            "backtest", "--model", model, "--input", csv, "--format", "csv", "--scores", scores);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("entries   4: 2 flows, 1 dead letters", "1 ignored");
    assertThat(json(scores)).hasSize(1);
    assertThat(json(scores).get(0).get("features").get("bytes_in").asLong()).isEqualTo(11);
  }

  @Test
  void leavesNothingWhereItCannotWriteOneOfTheResults() throws Exception {
    Path in = FlowLines.write(folder.resolve("in.json"), traffic());

    Invocation run = backtest(in, "--alerts", folder.resolve("no/alerts.jsonl"));

    assertFailed(run, "no/alerts.jsonl");
    assertThat(files()).containsExactly("in.json");
  }

  @Test
  void keepsFormerResultsWhereItFails() throws Exception {
    Files.writeString(scores, "of yesterday\n");
    Path empty = Files.createFile(folder.resolve("empty.json"));

    assertFailed(backtest(empty), "empty.json");

    assertThat(scores).hasContent("of yesterday\n");
    assertThat(files()).containsExactly("empty.json", "scores.jsonl");
  }

  @Test
  void refusesToWriteOneFileTwiceOrOverItsInput() throws Exception {
    Path in = FlowLines.write(folder.resolve("in.json"), traffic());

    assertFailed(backtest(in, "--alerts", scores), "scores.jsonl");
    assertFailed(backtest(in, "--dead-letters", in), "in.json");
    assertFailed(backtest(in, "--alerts", model), "model.json");

    assertThat(files()).containsExactly("in.json");
  }

  @Test
  void saysWhichModelIsWrong() throws Exception {
    Path in = FlowLines.write(folder.resolve("in.json"), traffic());
    Path cut = folder.resolve("cut.json");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(model), 1000));

    assertFailed(backtestWith(folder.resolve("none.json"), in), "none.json");
    assertFailed(backtestWith(cut, in), "cut.json");
    assertFailed(backtest(in, "--window", "7m"), "7m");
  }

  private Invocation backtest(Path input, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("backtest", "--model", model));
    arguments.addAll(List.of("--input", input, "--format", "json", "--scores", scores));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray());
  }

  private Invocation backtestWith(Path otherModel, Path input) {
    return Invocation.of(
        "backtest",
        "--model",
        otherModel,
        "--input",
        input,
        "--format",
        "json",
        "--scores",
        scores);
  }

  private static void assertFailed(Invocation run, String named) {
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("weir: ").contains(named);
  }

  /** Two hours with a scan, in order. */
  private static List<String> traffic() {
    List<String> lines = new ArrayList<>(FlowLines.quiet(20, 120));
    lines.addAll(60 * 20, FlowLines.scan("10.9.9.9", 60));
    return lines;
  }

  /** The same and some garbage, shuffled over files of names that give trouble. */
  private Path disordered() throws IOException {
    List<String> lines = new ArrayList<>(traffic());
    for (int i = 0; i < GARBAGE; i++) {
      lines.add("garbage " + i);
    }
    Collections.shuffle(lines, new Random(3));
    Path files = Files.createDirectories(folder.resolve("log s%20+#ü"));
    int third = lines.size() / 3;
    FlowLines.write(files.resolve("_a.json"), lines.subList(0, third));
    FlowLines.write(files.resolve("b?.json"), lines.subList(third, 2 * third));
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(files.resolve("c.json.gz")))) {
      packed.write(
          String.join("\n", lines.subList(2 * third, lines.size()))
              .getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<JsonNode> json(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }
}
