package dev.weir.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class BenchTest {

  private static final Pattern SHOWN = Pattern.compile("(?m)^(?:.*=\\S+ )?scripts/bench (.*)$");
  private static final Pattern RUN = Pattern.compile("(?m)^ +run (.*)$");

  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    return Bench.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @ParameterizedTest
  @MethodSource
  void shownCommandsParse(String line) {
    String words = line.replaceAll(" +[#|>&].*", "").replace("\"", "").strip();
    if (!words.equals("all")) {
      assertThat(Bench.commandLine().parseArgs(words.split(" +")).errors()).isEmpty();
    }
  }

  static Stream<String> shownCommandsParse() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String page : List.of("../docs/performance.md", "../CONTRIBUTING.md")) {
      collect(Files.readString(Path.of(page)), SHOWN, lines);
    }
    collect(Files.readString(Path.of("../scripts/bench")).replace("\\\n", ""), RUN, lines);
    return lines.stream();
  }

  private static void collect(String text, Pattern pattern, List<String> lines) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      lines.add(matcher.group(1));
    }
  }

  @Test
  void configurationsAreNamedAsInResults() {
    CommandLine.ParseResult parsed =
        Bench.commandLine()
            .parseArgs(
                "pipeline", "--json", "x", "--configurations", "discard,json_heap_exactly_once");

    assertThat(parsed.subcommand().matchedOptionValue("--configurations", List.of()))
        .hasToString("[discard, json_heap_exactly_once]");
  }

  @Test
  void unknownConfigurationIsRefusedWithThoseThatThereAre() {
    assertThat(execute("pipeline", "--json", "x", "--configurations", "jsonheap")).isEqualTo(2);
    assertThat(err.toString()).contains("jsonheap").contains("json_heap");
  }

  @Test
  void plotOfPartsAsksForOne(@TempDir Path folder) {
    Path out = folder.resolve("plot.png");

    assertThat(execute("plot", "--json", "results/growth.json", "--out", out.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("has parts; name one by --part: sources, slots, hot, slide");
    assertThat(out).doesNotExist();
  }

  @Test
  void plotsAPart(@TempDir Path folder) {
    Path out = folder.resolve("plot.png");

    assertThat(
            execute(
                "plot",
                "--json",
                "results/growth.json",
                "--part",
                "sources",
                "--out",
                out.toString()))
        .isZero();
    assertThat(out).isNotEmptyFile();
  }
}
