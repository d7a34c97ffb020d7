package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir private Path folder;

  private Integer generate(String output, String... more) throws IOException {
    GenerateCommand command = new GenerateCommand();
    new CommandLine(command)
        .parseArgs(
            Stream.concat(Stream.of("--output", folder.resolve(output).toString()), Stream.of(more))
                .toArray(String[]::new));
    return command.call();
  }

  private String labels() {
    return folder.resolve("labels.jsonl").toString();
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesLinesAndLabels() throws IOException {
    int exit = generate("a.json", "--hours", "2", "--format", "json", "--labels", labels());

    assertThat(exit).isZero();
    assertThat(files()).containsExactly("a.json", "labels.jsonl");
    assertThat(read("a.json").lines().limit(1))
        .allMatch(line -> line.startsWith("{\"creation_time\":\"2026-03-02T00:0"));
    List<String> lines = read("labels.jsonl").lines().toList();
    assertThat(lines).hasSize(7);
    JsonNode label = new ObjectMapper().readTree(lines.get(0));
    assertThat(label.fieldNames())
        .toIterable()
        .containsExactly("attack", "src_ip", "target", "start", "end");
  }

  @Test
  void writesTheSameAgain() throws IOException {
    String[] options = {"--hours", "0.5", "--format", "csv", "--seed", "4", "--labels", labels()};
    generate("a.csv", options);
    generate("b.csv", options);

    assertThat(Files.mismatch(folder.resolve("a.csv"), folder.resolve("b.csv"))).isEqualTo(-1);
    assertThat(read("a.csv").lines().findFirst()).contains(CsvLines.HEADER);
  }

  @Test
  void flowsTellTheirAttackWhereThatIsAsked() throws IOException {
    String[] options = {"--hours", "2", "--labels", labels()};
    for (String format : List.of("json", "csv")) {
      generate("plain", with(options, "--format", format));
      generate("labelled", with(options, "--format", format, "--label-flows", "on"));
      boolean csv = format.equals("csv");
      List<String> lines = read("labelled").lines().skip(csv ? 1 : 0).toList();
      Map<String, Long> labels =
          lines.stream()
              .collect(
                  Collectors.groupingBy(
                      line -> csv ? line.substring(line.lastIndexOf(',') + 1) : label(line),
                      Collectors.counting()));

      assertThat(labels).hasSize(8).containsKeys("normal", "port-scan", "beaconing", "flood");
      assertThat(labels.get("normal")).isGreaterThan(10_000);
      assertThat(
              read("labelled")
                  .replaceAll(csv ? "(?m),[a-z-]+$" : "\\Q,\"label\":\"\\E[a-z-]+\"", ""))
          .isEqualTo(read("plain"));
    }
  }

  private static String label(String line) {
    String key = "\"label\":\"";
    return line.substring(line.indexOf(key) + key.length(), line.length() - 2);
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void flowLogsHaveNoPlaceForLabels() throws IOException {
    assertThatThrownBy(
            () ->
                generate(
                    "a",
                    "--hours=1",
                    "--format=vpc-flow-log",
                    "--label-flows=on",
                    "--labels",
                    labels()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--label-flows");
    assertThat(files()).isEmpty();
  }

  @Test
  void packsWhatIsCalledSo() throws IOException {
    String[] options = {"--hours", "0.2", "--format", "vpc-flow-log", "--labels", labels()};
    generate("a.log", options);
    generate("a.log.gz", options);

    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(folder.resolve("a.log.gz")))) {
      String text = new String(packed.readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(text).isEqualTo(read("a.log"));
    }
  }

  @Test
  void leavesLabelsEmptyWithoutAttacks() throws IOException {
    generate("a.json", "--hours=2", "--format=json", "--labels", labels(), "--attacks", "off");

    assertThat(read("labels.jsonl")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--hours=0, --hours",
    "--hours=-1, --hours",
    "--hours=NaN, --hours",
    "--start=yesterday, --start",
    "--start=2026-03-02T00:00:30Z, --start",
    "--hosts=3, --hosts",
    "--attack-rate=0, --attack-rate",
  })
  void saysWhatIsWrongAndLeavesNothing(String wrong, String named) throws IOException {
    String hours = wrong.startsWith("--hours") ? "--seed=1" : "--hours=1";

    assertThatThrownBy(() -> generate("a", wrong, hours, "--format=json", "--labels", labels()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(named);
    assertThat(files()).isEmpty();
  }

  @Test
  void leavesNothingWhereItCannotWrite() throws IOException {
    String nowhere = folder.resolve("no/labels").toString();

    assertThatThrownBy(() -> generate("a", "--hours=1", "--format=json", "--labels", nowhere))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(nowhere);
    assertThat(files()).isEmpty();
  }

  @Test
  void refusesOneFileForBoth() throws IOException {
    assertThatThrownBy(
            () -> generate("labels.jsonl", "--hours=1", "--format=json", "--labels", labels()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a file of its own");
    assertThat(files()).isEmpty();
  }
}
