package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.LogFormat;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.ScoredWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

  private static final int SOURCES = RandomHistory.SOURCES;
  private static final int MINUTES = RandomHistory.MINUTES;

  @TempDir private Path folder;

  private Path log;
  private Path output;

  @BeforeEach
  void writeHistory() throws IOException {
    log = folder.resolve("history.json");
    output = folder.resolve("m.json");
    RandomHistory.write(log);
  }

  @Test
  void aFlowYearsAheadIsLeftOutAndMakesNoOtherLate() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    lines.add(10, lines.get(10).replace("2024-", "2124-"));
    Files.write(log, lines);

    assertThat(train().exitCode()).isZero();

    assertThat(ModelFile.read(output).statistics())
        .extracting("flows", "deadLetters", "lateFlows")
        .containsExactly((long) SOURCES * MINUTES, 1L, 0L);
  }

  @Test
  void twoRunsWithOneSeedGiveOneFileToTheByte() throws IOException {
    Path second = folder.resolve("m2.json");
    Path other = folder.resolve("m3.json");

    assertThat(train().exitCode()).isZero();
    assertThat(train("--output", second.toString()).exitCode()).isZero();
    assertThat(train("--output", other.toString(), "--seed", "7").exitCode()).isZero();

    assertThat(second).hasSameBinaryContentAs(output);
    assertThat(Files.readAllBytes(other)).isNotEqualTo(Files.readAllBytes(output));
  }

  @Test
  void aSeedMayBeNegative() {
    assertThat(train("--seed", "-7").exitCode()).isZero();
    assertThat(ModelFile.read(output).statistics().seed()).isEqualTo(-7);
  }

  @Test
  void theModelSaysWhatItWasMadeFrom() {
    train();
    Model model = ModelFile.read(output);

    assertThat(model.statistics().flows()).isEqualTo(SOURCES * MINUTES);
    assertThat(model.statistics().windows()).isEqualTo(SOURCES * MINUTES);
    assertThat(model.statistics().sources()).isEqualTo(SOURCES);
    assertThat(model.statistics().droppedFeatures())
        .contains("packets", "flow_count", "rule_hits")
        .doesNotContain("bytes_in");
    assertThat(model.frequencies().ports()).containsOnlyKeys(22, 443);
    assertThat(model.window()).hasToString("1m");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1425", "0.01, 1485", "0.333, 1001", "0.5, 750"})
  void theLabelThresholdIsTheScoreOfTheDocumentedRank(String contamination, int rank) {
    train("--contamination", contamination);
    Model model = ModelFile.read(output);
    double[] scores =
        Trained.windows(model, log, LogFormat.JSON).stream()
            .mapToDouble(window -> model.score(window).score())
            .sorted()
            .toArray();

    assertThat(scores).hasSize(SOURCES * MINUTES);
    assertThat(model.segment().labelThreshold()).isEqualTo(scores[rank - 1]);
    assertThat(model.statistics().observedRate())
        .isEqualTo(
            (double) Arrays.stream(scores).filter(score -> score > scores[rank - 1]).count()
                / scores.length)
        .isLessThanOrEqualTo(Double.parseDouble(contamination));
    assertThat(model.segment().alertThreshold())
        .isGreaterThanOrEqualTo(model.segment().labelThreshold());
  }

  @Test
  void theSummaryIsForAPerson() {
    Trained trained = train("--alert-budget", "1000");

    assertThat(trained.err()).isEmpty();
    assertThat(trained.out())
        .contains("1,500 flows, 0 dead letters")
        .contains("1,500 of 1m from 30 sources")
        .contains("20 trees of 1500 windows")
        .contains(ModelFile.read(output).id())
        .doesNotContain("warning");
  }

  @Test
  void namedFeaturesAreTheModelsAndAMissingOneIsWarnedOf() {
    Trained trained = train("--features", "bytes_in,packets", "--log-scale", "off");
    Model model = ModelFile.read(output);

    assertThat(trained.out()).contains("packets is wholly missing in this history");
    assertThat(model.transform().features()).containsExactly(Feature.BYTES_IN);
    assertThat(model.transform().logScale()).isFalse();
  }

  @Test
  void flowsLongerThanTheWindowAreWarnedOf() {
    assertThat(train("--window", "10s").out())
        .contains("flows last longer than the window of 10s")
        .contains("choose a longer --window");
  }

  @Test
  void fewWindowsAreWarnedOf() {
    assertThat(train("--window", "10m").out()).contains("the history gives 150 windows only");
  }

  @Test
  void disorderWithinTheCapMakesNothingLateAndBeyondItIsShown() throws IOException {
    List<String> lines = Files.readAllLines(log);
    Files.write(
        log,
        Stream.concat(lines.stream().skip(600), lines.stream().limit(600))
            .collect(Collectors.toList()));

    assertThat(train().out()).contains("0 flows late").doesNotContain("--max-disorder");
    assertThat(train("--max-disorder", "5m").out())
        .contains("600 of 1,500 flows are out of order beyond --max-disorder");
  }

  @Test
  void slidingWindowsHoldEachFlowSeveralTimes() {
    train("--window", "2m", "--slide", "1m");

    assertThat(ModelFile.read(output).statistics().windows())
        .isEqualTo((long) SOURCES * (MINUTES + 1));
  }

  @Test
  void aFolderOfPackedFilesIsOneHistory() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    List<String> lines = Files.readAllLines(log);
    Files.write(logs.resolve("b.json"), lines.subList(0, 700));
    try (var out = new GZIPOutputStream(Files.newOutputStream(logs.resolve("a.json.gz")))) {
      out.write(
          String.join("\n", lines.subList(700, lines.size())).getBytes(StandardCharsets.UTF_8));
    }
    train();
    byte[] whole = Files.readAllBytes(output);
    Trained.with(
        "--input",
        logs.toString(),
        "--format",
        "json",
        "--output",
        output.toString(),
        "--trees",
        "20");

    assertThat(output).hasBinaryContent(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--contamination | 1.5 | --contamination must be above 0 and at most 0.5",
        "--contamination | NaN | --contamination must be above 0 and at most 0.5",
        "--alert-budget | 0 | --alert-budget must be above 0 and at most 1000000",
        "--alert-budget | NaN | --alert-budget must be above 0 and at most 1000000",
        "--alert-rate | 0.01 | '--alert-rate' is not known here",
        "--contamination | lots | '--contamination'",
        "--trees | 0 | --trees must be 1 to 10000",
        "--subsample | 1 | --subsample must be 2 to 65536",
        "--sample-size | 5 | --sample-size must be 100 to 5000000",
        "--features | bytes_in,nope | there is no feature 'nope'; there are flow_count, bytes_in",
        "--critical-ports | 70000 | --critical-ports: port 70000 is not between 0 and 65535",
        "--format | xml | 'xml'",
        "--window | soon | 'soon' is not a duration",
        "--contamnation | 0.1 | did you mean --contamination?"
      })
  void aWrongOptionIsToldInALineAndLeavesNothing(String option, String value, String why) {
    Trained trained = train(option, value);

    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.err()).contains(why).hasLineCount(1);
    assertThat(output).doesNotExist();
  }

  @Test
  void badInputIsToldInALineAndLeavesNothing() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.json"));
    Path none = Files.createDirectory(folder.resolve("no-logs"));
    Path noSource = folder.resolve("no-source.csv");
    Files.writeString(noSource, "time,bytes_in\n2024-04-25T23:00:00Z,5\n");
    Path headerOnly = folder.resolve("header.csv");
    Files.writeString(headerOnly, "time,src_ip\n");
    Path one = folder.resolve("one.json");
    Files.write(one, Files.readAllLines(log).subList(0, 1));

    fails(empty, "json", "holds no entries");
    fails(none, "json", "holds no files to read");
    fails(folder.resolve("missing"), "json", "does not exist");
    fails(noSource, "csv", "has no CSV column src_ip");
    fails(headerOnly, "csv", "is --format csv right?");
    fails(log, "vpc-flow-log", "is --format vpc-flow-log right?");
    fails(one, "json", "");
  }

  @Test
  void anOutputThatCannotBeWrittenIsToldInALineAndLeavesNothing() throws IOException {
    Path nowhere = folder.resolve("no/folder/m.json");
    Trained trained = train("--output", nowhere.toString());

    assertThat(trained.exitCode()).isEqualTo(1);
    assertThat(trained.err()).contains(nowhere.toString()).hasLineCount(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(log);
    }
  }

  @Test
  void theModelTellsABurstFromItsHistory() {
    train();
    Model model = ModelFile.read(output);
    FeatureVector usual = Trained.windows(model, log, LogFormat.JSON).get(0);
    double[] values = usual.values().clone();
    values[Feature.BYTES_IN.ordinal()] = 1e12;
    values[Feature.MAX_FLOW_BYTES_IN.ordinal()] = 1e12;
    values[Feature.TRAFFIC_RATE.ordinal()] = 1e11;
    values[Feature.BYTES_IN_OUT_LOG_RATIO.ordinal()] = 25;

    assertThat(
            model
                .score(
                    new FeatureVector(
                        usual.source(), usual.windowStart(), usual.windowEnd(), "", values))
                .label())
        .isEqualTo(ScoredWindow.ANOMALOUS);
  }

  private void fails(Path input, String format, String why) {
    Trained trained =
        Trained.with(
            "--input", input.toString(), "--format", format, "--output", output.toString());

    assertThat(trained.exitCode()).isEqualTo(1);
    assertThat(trained.err()).startsWith("train: ").contains(why).hasLineCount(1);
    assertThat(output).doesNotExist();
  }

  private Trained train(String... more) {
    List<String> args =
        Stream.concat(Stream.of("--input", log.toString()), Stream.of(more))
            .collect(Collectors.toList());
    if (!args.contains("--format")) {
      args.addAll(List.of("--format", "json"));
    }
    if (!args.contains("--output")) {
      args.addAll(List.of("--output", output.toString()));
    }
    if (!args.contains("--trees")) {
      args.addAll(List.of("--trees", "20"));
    }
    return Trained.with(args.toArray(String[]::new));
  }
}
