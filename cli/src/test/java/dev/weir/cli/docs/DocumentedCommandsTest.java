package dev.weir.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Weir;
import dev.weir.command.Commands;
import dev.weir.job.DetectionJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command that a page shows is one that the command line understands. */
class DocumentedCommandsTest {

  record Documented(String page, String line) {}

  @ParameterizedTest
  @MethodSource
  void commandsOfPagesParse(Documented command) {
    List<String> words = words(command.line());
    if (words.get(0).equals("flink")) {
      parseJob(afterJar(words));
    } else if (words.get(0).equals("java")) {
      Weir.commandLine().parseArgs(with("train", afterJar(words)));
    } else {
      parseWeir(words.subList(1, words.size()));
    }
  }

  static Stream<Documented> commandsOfPagesParse() throws IOException {
    List<Documented> commands = new ArrayList<>();
    for (Path page : Pages.all()) {
      for (String line : CodeBlocks.commands(Files.readString(page))) {
        if (line.matches("(scripts/)?weir .*|flink run .*|java -jar model-trainer.*")) {
          commands.add(new Documented(Pages.name(page), line));
        }
      }
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource
  void commandsNamedInPassingExist(Documented command) {
    CommandLine at = Weir.commandLine();
    for (String word : words(command.line()).stream().skip(1).toList()) {
      if (word.startsWith("--")) {
        String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        assertThat(at.getCommandSpec().findOption(option)).as(option).isNotNull();
      } else if (at.getSubcommands().containsKey(word)) {
        at = at.getSubcommands().get(word);
      } else {
        assertThat(at.getCommandSpec().name()).as("a command '%s'", word).isNotEqualTo("weir");
      }
    }
  }

  static Stream<Documented> commandsNamedInPassingExist() throws IOException {
    List<Documented> commands = new ArrayList<>();
    for (Path page : Pages.all()) {
      for (String code : CodeBlocks.inline(Files.readString(page))) {
        if (code.matches("(scripts/)?weir [a-z-].*")) {
          commands.add(new Documented(Pages.name(page), code));
        }
      }
    }
    return commands.stream();
  }

  @Test
  void readmeBeginsWithTheTwoCommands() throws IOException {
    assertThat(CodeBlocks.commands(Pages.read("README.md")))
        .startsWith("scripts/weir demo", "mvn -B verify");
  }

  /** Options of the job follow after --. */
  private static void parseWeir(List<String> words) {
    int separator = words.indexOf("--");
    List<String> own = separator < 0 ? words : words.subList(0, separator);
    Weir.commandLine().parseArgs(own.toArray(String[]::new));
    if (separator >= 0) {
      parseJob(words.subList(separator + 1, words.size()));
    }
  }

  private static void parseJob(List<String> words) {
    Commands.commandLine(new DetectionJob()).parseArgs(words.toArray(String[]::new));
  }

  private static List<String> afterJar(List<String> words) {
    return words.stream().dropWhile(word -> !word.endsWith(".jar")).skip(1).toList();
  }

  private static String[] with(String first, List<String> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toArray(String[]::new);
  }

  /** Without comments, pipes and redirections. */
  private static List<String> words(String line) {
    return Stream.of(line.replaceAll(" +[#|>&].*", "").split(" +")).toList();
  }
}
