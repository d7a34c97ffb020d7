package dev.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labels in a log to an evaluation; the public data is skipped where it is not at hand. */
class LabelledBacktestITCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LUFLOW =
      List.of(
          "--format=csv",
          "--csv.map=dst_ip=dest_ip,dst_port=dest_port,protocol=proto,"
              + "packets=num_pkts_in+num_pkts_out,start=time_start,end=time_end",
          "--csv.time=epoch-digits",
          "--src-ip.opaque=true",
          "--window=10m",
          "--label.column=label",
          "--label.anomalous=malicious",
          "--label.ignore=outlier");

  @TempDir private Path folder;

  private Invocation run(List<String> log, Object... arguments) {
    List<String> all = new ArrayList<>();
    Arrays.stream(arguments).map(Object::toString).forEach(all::add);
    all.addAll(1, log);
    return Invocation.of(all.toArray(String[]::new));
  }

  @Test
  void aModelOfACleanDayTellsTheAttacksOfAnother() throws Exception {
    Path clean = Invocation.data().resolve("luflow-2020-12-26.csv.gz");
    Path mixed = Invocation.data().resolve("luflow-2020-12-28.csv.gz");
    assumeTrue(Files.exists(clean) && Files.exists(mixed), "skipped: no shared/data/luflow-*");
    Path model = folder.resolve("model.json");
    Path scores = folder.resolve("scores.jsonl");
    Path evaluation = folder.resolve("evaluation.json");

    Invocation trained = run(LUFLOW, "train", "--input", clean, "--output", model);
    Invocation tested =
        run(
            LUFLOW,
            "backtest",
            "--model",
            model,
            "--input",
            mixed,
            "--scores",
            scores,
            "--evaluate",
            evaluation);

    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("43,735 flows", "145 of 10m", "0 flows late");
    assertThat(tested.exit()).as(tested.err()).isZero();
    assertThat(tested.out())
        .contains("51,715 flows, 0 dead letters")
        .contains("49,083 windowed, 0 late, 2,632 set aside {label-ignored=2632}");
    JsonNode found = JSON.readTree(evaluation.toFile());
    assertThat(found.get("auroc").asDouble()).isGreaterThan(0.99);
    assertThat(found.get("windows").asInt()).isEqualTo(679);
    assertThat(found.at("/attacks/0/attack").asText()).isEqualTo("malicious");
    assertThat(found.at("/attacks/0/windows")).isEqualTo(found.get("anomalous_windows"));
    assertThat(found.at("/attacks/0/recall")).isEqualTo(found.get("recall"));
    assertThat(found.at("/incidents/attacks").asInt()).isPositive();
    assertThat(truths(scores))
        .isEqualTo(
            Map.of(
                "anomalous", found.get("anomalous_windows").asInt(),
                "normal", found.get("normal_windows").asInt()));
  }

  @Test
  void aWindowIsWhatAnyOfItsFlowsIs() throws Exception {
    Path log =
        Files.write(
            folder.resolve("log.csv"),
            List.of(
                "src_ip,time,bytes_in,label",
                "10.0.0.1,1714086000,100,good",
                "10.0.0.1,1714086001,100,bad",
                "10.0.0.2,1714086002,100,good",
                "10.0.0.3,1714086003,100,",
                "10.0.0.4,1714086004,100,odd",
                "10.0.0.5,1714086005,300,odd",
                "10.0.0.5,1714086065,300,fine"));
    List<String> labels =
        List.of(
            "--format=csv", "--label.column=label", "--label.anomalous=bad", "--label.ignore=odd");
    Path model = folder.resolve("model.json");
    Path labelled = folder.resolve("labelled.jsonl");
    Path plain = folder.resolve("plain.jsonl");
    assertThat(run(labels, "train", "--input", log, "--output", model).out())
        .contains("set aside {label-ignored=2}")
        .contains("1 of 7 flows are labelled as attacks");

    Invocation run =
        run(labels, "backtest", "--model", model, "--input", log, "--scores", labelled);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(truths(labelled)).isEqualTo(Map.of("anomalous", 1, "normal", 2, "null", 1));
    run(List.of("--format=csv"), "backtest", "--model", model, "--input", log, "--scores", plain);
    assertThat(truths(plain)).isEqualTo(Map.of("null", 6));
    Map<String, Double> with = scores(labelled);
    assertThat(scores(plain)).containsAllEntriesOf(with);
  }

  @Test
  void anotherModelOverTheSameLogsIsComparedByIncidents() throws IOException {
    Path log = Files.write(folder.resolve("log.csv"), scanAmongTraffic());
    Path model = folder.resolve("model.json");
    Path deaf = folder.resolve("deaf.json");
    Path alerts = folder.resolve("alerts.jsonl");
    Path evaluation = folder.resolve("evaluation.json");
    List<String> labels = List.of("--format=csv", "--label.column=label", "--label.anomalous=scan");
    run(labels, "train", "--input", log, "--output", model, "--holdout=0.5");
    run(labels, "train", "--input", log, "--output", deaf, "--seed=9");

    Invocation run =
        run(
            labels,
            "backtest",
            "--model",
            model,
            "--input",
            log,
            "--scores",
            folder.resolve("scores.jsonl"),
            "--alerts",
            alerts,
            "--alert.format=ocsf",
            "--evaluate",
            evaluation,
            "--compare",
            deaf);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("attacks   1 of 1 attacks found, after ")
        .containsPattern("compared +with .*deaf.json: \\d+ incidents are the same, ");
    assertThat(Files.readAllLines(alerts)).isNotEmpty().allMatch(line -> line.contains("2004"));
    JsonNode found = JSON.readTree(evaluation.toFile());
    assertThat(found.at("/incidents/found").asInt()).isEqualTo(1);
    assertThat(found.at("/incidents/by_attack/0/attack").asText()).isEqualTo("scan");
    assertThat(found.at("/incidents/delay_median_s").asDouble()).isBetween(0.0, 180.0);
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("weir-alerts-") || name.startsWith("weir-compared-"));
    }
  }

  /** Forty minutes of ten clients of a server; in the thirtieth somebody scans it. */
  private static List<String> scanAmongTraffic() {
    List<String> lines = new ArrayList<>();
    lines.add("src_ip,dst_ip,dst_port,action,time,bytes_in,bytes_out,label");
    for (int minute = 0; minute < 40; minute++) {
      for (int client = 0; client < 10; client++) {
        lines.add(
            "203.0.113.%d,10.0.0.1,443,ACCEPT,%d,%d,%d,fine"
                .formatted(
                    client,
                    1_714_086_000L + 60 * minute + client,
                    500 + (minute * 37 + client * 11) % 400,
                    2000 + (minute * 53 + client * 7) % 900));
      }
      for (int port = 1; minute >= 30 && minute < 33 && port < 200; port++) {
        lines.add(
            "198.51.100.7,10.0.0.1,%d,REJECT,%d,40,0,scan"
                .formatted(port, 1_714_086_000L + 60 * minute + port / 4));
      }
    }
    return lines;
  }

  @Test
  void withoutLabelsThereIsNothingToEvaluate() {
    Invocation run =
        run(
            List.of("--format=csv"),
            "backtest",
            "--model=none",
            "--input=none",
            "--scores=none",
            "--evaluate=none");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--evaluate needs a truth").contains("--label.column");
  }

  private static Map<String, Integer> truths(Path scores) throws IOException {
    Map<String, Integer> truths = new HashMap<>();
    for (String line : Files.readAllLines(scores)) {
      truths.merge(JSON.readTree(line).get("truth").asText(), 1, Integer::sum);
    }
    return truths;
  }

  private static Map<String, Double> scores(Path file) throws IOException {
    Map<String, Double> scores = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode window = JSON.readTree(line);
      scores.put(
          window.get("src_ip").asText() + window.get("window_start").asText(),
          window.get("score").asDouble());
    }
    return scores;
  }
}
