package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class WeirTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpNamesEveryCommandAndSucceeds() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("replay", "watch", "kafka", "cluster", "submit");
    assertThat(out.toString().lines()).contains("Options:", "Commands:");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "watch", "kafka", "cluster", "submit"})
  void everyCommandHasHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: weir " + command);
    assertThat(out.toString().lines()).contains("Options:");
  }

  @Test
  void versionNamesWhatWeirStandsOn() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("weir ").contains("Flink 2.", "Kafka 4.");
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines("weir: Name a command; 'weir --help' shows how\n");
  }

  @Test
  void suggestsTheNearestCommand() {
    assertThat(run("repaly")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "weir: 'repaly' is not known here; did you mean replay? 'weir --help' shows how\n");
  }

  @Test
  void suggestsTheNearestOptionEvenIfOthersAreMissing() {
    assertThat(run("replay", "--fromat", "json")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("weir: '--fromat' is not known here")
        .contains("did you mean --format");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void listsTheFormatsThatThereAre() {
    assertThat(run("replay", "--format", "xml", "--input", "x", "--topic", "t")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--format",
            "'xml' is not a format; choose json, csv, zeek, vpc-flow-log or cloudwatch");
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(run("train", "--format", "json", "--input", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("--output");
  }

  @Test
  void whatTheUserCanMendIsOneLine() {
    assertThat(run("kafka", "--partitions", "0")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines("weir: --partitions is 0; a topic needs at least 1\n");
  }

  @Test
  void whatNobodyExpectedIsOneLineAsWell() {
    assertThat(runFailing(new IllegalStateException("the bug\nwith details"))).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "weir: IllegalStateException: the bug; --verbose shows the stack trace\n");
  }

  @Test
  void verboseShowsTheStackTrace() {
    assertThat(runFailing(new UserException("mend it"), "--verbose")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat dev.weir.cli.WeirTest").endsWith("weir: mend it\n");
  }

  private int run(String... args) {
    return run(Weir.commandLine(), args);
  }

  private int runFailing(Exception failure, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "fail";
    System.arraycopy(options, 0, args, 1, options.length);
    return run(Weir.commandLine().addSubcommand(new Failing(failure)), args);
  }

  private int run(CommandLine weir, String... args) {
    return weir.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
  }

  @Command(name = "fail")
  private record Failing(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
