package dev.weir.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.OnOff;
import dev.weir.flow.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandsTest {

  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownOptionSuggestsTheNearestInOneLine() {
    assertThat(run(new Tool(), "--wndow", "5m")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "tool: '--wndow' is not known here; did you mean --window? 'tool --help' shows how");
  }

  @Test
  void whatResemblesNoOptionHasNoSuggestion() {
    assertThat(run(new Tool(), "--colour=blue")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("tool: '--colour=blue' is not known here; 'tool --help' shows how");
  }

  @Test
  void aValueBehindAnEqualsSignIsNoPartOfTheName() {
    assertThat(run(new Tool(), "--windows=blue")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean --window? ");
  }

  @Test
  void anOptionOfSeveralValuesDoesNotSwallowAMistypedOne() {
    assertThat(run(new Tool(), "--input", "a", "b", "--wndow", "5m")).isEqualTo(2);
    assertThat(err.toString()).contains("'--wndow'", "did you mean --window? ");
  }

  @Test
  void aMissingValueIsACallGoneWrong() {
    assertThat(run(new Tool(), "--window")).isEqualTo(2);
    assertThat(err.toString()).startsWith("tool: Missing required parameter").hasLineCount(1);
  }

  @Test
  void durationsAreReadAsPeopleWriteThem() {
    Tool tool = new Tool();

    assertThat(run(tool, "--window", "90s", "--switch", "off")).isZero();
    assertThat(tool.window).isEqualTo(Duration.ofSeconds(90));
    assertThat(tool.position.isOn()).isFalse();
    assertThat(OnOff.ON).hasToString("on");
  }

  @Test
  void whatIsNoDurationIsToldWithTheFormsThatAre() {
    assertThat(run(new Tool(), "--window", "soon")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--window")
        .contains("'soon' is not a duration; write 500ms, 60s, 10m, 1h or 7d")
        .hasLineCount(1);
  }

  @Test
  void aFailureThatTheUserCanMendIsItsSentenceAlone() {
    assertThat(run(new Tool(new UserException("m.json: no such model file; make one"))))
        .isEqualTo(1);
    assertThat(err).hasToString("tool: m.json: no such model file; make one" + newLine());
  }

  @Test
  void anyOtherFailureIsItsKindAndMessageAndAHint() {
    assertThat(run(new Tool(new IllegalStateException("broken\nin two lines")))).isEqualTo(1);
    assertThat(err)
        .hasToString(
            "tool: IllegalStateException: broken; --verbose shows the stack trace" + newLine());
  }

  @Test
  void aFailureWithoutAMessageIsItsKind() {
    assertThat(run(new Tool(new IllegalStateException()))).isEqualTo(1);
    assertThat(err.toString()).startsWith("tool: IllegalStateException; --verbose");
  }

  @Test
  void verboseShowsTheStack() {
    assertThat(run(new Tool(new IllegalStateException("broken")), "--verbose")).isEqualTo(1);
    assertThat(err.toString())
        .contains("\tat ")
        .endsWith("tool: IllegalStateException: broken" + newLine());
  }

  @Test
  void aCommandWithoutVerboseHintsAtNone() {
    assertThat(run(new Bare())).isEqualTo(1);
    assertThat(err).hasToString("bare: IllegalStateException: broken" + newLine());
  }

  @Test
  void progressIsSilentWhereNobodyLooks() {
    try (Progress progress = Progress.of("task", 10, " flows")) {
      progress.to(5);
    }
    assertThat(err.toString()).isEmpty();
  }

  private int run(Object command, String... args) {
    CommandLine line = Commands.commandLine(command);
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private static String newLine() {
    return System.lineSeparator();
  }

  @Command(name = "tool")
  private static final class Tool implements Runnable {
    private final RuntimeException failure;

    @Option(names = "--window")
    private Duration window;

    @Option(names = "--input", arity = "1..*")
    @SuppressWarnings("unused") // Picocli fills it.
    private List<String> inputs;

    @Option(names = "--switch")
    private OnOff position;

    @Option(names = "--verbose")
    private boolean verbose;

    Tool() {
      this(null);
    }

    Tool(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public void run() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  @Command(name = "bare")
  private static final class Bare implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("broken");
    }
  }
}
