package dev.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.FlowLines;
import dev.weir.cli.Invocation;
import dev.weir.cli.kinesis.Emulated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ALERT =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  (open|update|close) ");

  @TempDir private Path folder;

  @Test
  void showsAllOfWeirInOneCommand() throws IOException {
    Path summary = folder.resolve("summary.json");
    List<String> before = leftovers();

    Invocation demo = Invocation.of("demo", "--exit", "--json", summary);

    assertThat(demo.err()).isEmpty();
    assertThat(demo.exit()).isZero();
    JsonNode json = JSON.readTree(Files.readAllBytes(summary));
    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "messages",
            "entries",
            "decoded",
            "dead_letters",
            "ignored",
            "late",
            "windows",
            "alerts",
            "attacks_planted",
            "attacks_detected",
            "incidents",
            "false_alerts",
            "false_incidents",
            "records_per_second",
            "alert_latency_ms_p50",
            "alert_latency_ms_p99");
    assertThat(json.get("accounting_adds_up").asBoolean()).isTrue();
    assertThat(json.get("late").asLong()).isZero();
    assertThat(json.get("attacks_planted").asLong()).isGreaterThanOrEqualTo(7);
    assertThat(alertLines(demo)).isEqualTo(json.get("alerts").asLong());
    assertThat(leftovers()).isEqualTo(before);
    assertThat(json.get("attacks_detected").asLong()).isGreaterThanOrEqualTo(6);
    for (JsonNode attack : json.get("attacks")) {
      if (attack.get("detected").asBoolean()) {
        assertThat(attack.get("incidents").asLong()).as(attack.toString()).isEqualTo(1);
        assertThat(attack.get("finding").asText()).isNotEqualTo("unusual-behaviour");
        assertThat(attack.get("seconds_to_open").asDouble()).isPositive();
      }
    }
  }

  @Test
  void demosAFileOfTheUsersOwn() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add(FlowLines.flow("10.0.0." + i % 7, i / 20, 443, 100 * i));
    }
    lines.add("garbage");
    Path own = FlowLines.write(folder.resolve("own.json"), lines);

    Invocation demo =
        Invocation.of("demo", "--exit", "--input", own, "--format", "json", "--window", "1s");

    assertThat(demo.err()).isEmpty();
    assertThat(demo.out()).contains("trained on the whole of it", "1 dead letters", "adds up");
    assertThat(demo.exit()).isZero();
  }

  /**
   * As through Kafka, though every flow goes through an envelope, a stream and the real protocol.
   */
  @Test
  void goesThroughAnEmulatorOfKinesisAsWell() throws IOException {
    Emulated.start().close();
    Path summary = folder.resolve("summary.json");

    Invocation demo = Invocation.of("demo", "--exit", "--source", "kinesis", "--json", summary);

    assertThat(demo.err()).isEmpty();
    assertThat(demo.out()).contains("kinesis   stream weir-flows at http://127.0.0.1:");
    assertThat(demo.exit()).isZero();
    JsonNode json = JSON.readTree(Files.readAllBytes(summary));
    assertThat(json.get("accounting_adds_up").asBoolean()).isTrue();
    assertThat(json.get("late").asLong()).isZero();
    assertThat(json.get("attacks_detected").asLong()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void saysAtOnceWhereTheSummaryCannotBeWritten() throws IOException {
    List<String> before = leftovers();

    Invocation demo = Invocation.of("demo", "--exit", "--json", folder.resolve("no/s.json"));

    assertThat(demo.exit()).isEqualTo(1);
    assertThat(demo.out()).isEmpty();
    assertThat(demo.err()).contains("no/s.json");
    assertThat(demo.err().lines()).hasSize(1);
    assertThat(leftovers()).isEqualTo(before);
  }

  @Test
  void saysWhichFileHoldsNothing() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));

    Invocation demo = Invocation.of("demo", "--exit", "--input", empty, "--format", "csv");

    assertThat(demo.exit()).isEqualTo(1);
    assertThat(demo.err()).contains("empty.csv");
    assertThat(demo.err().lines()).hasSize(1);
  }

  private static long alertLines(Invocation demo) {
    return demo.out().lines().filter(line -> ALERT.matcher(line).find()).count();
  }

  private static List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("weir-") && !name.startsWith("weir-keystone"))
          .sorted()
          .toList();
    }
  }
}
