package dev.weir.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Weir;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

  private static final int COLUMNS = 80;

  /** What is longer has to break somewhere. */
  private static final int LONGEST_WORD = 45;

  static Stream<CommandLine> commands() {
    return withSubcommands(Weir.commandLine());
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsATerminalWithoutBreakingAWord(CommandLine command) {
    command.setUsageHelpAutoWidth(false).setUsageHelpWidth(COLUMNS);
    List<String> lines = command.getUsageMessage(Ansi.OFF).lines().toList();

    assertThat(lines).allMatch(line -> line.length() <= COLUMNS);
    for (OptionSpec option : command.getCommandSpec().options()) {
      for (String word : words(option)) {
        assertThat(lines).as("%s", option).anyMatch(line -> line.contains(word));
      }
    }
  }

  private static List<String> words(OptionSpec option) {
    return Stream.of(option.description())
        .map(text -> text.replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue())))
        .filter(text -> !text.contains("${"))
        .flatMap(text -> Stream.of(text.split("\\s+")))
        .filter(word -> word.length() <= LONGEST_WORD)
        .toList();
  }
}
