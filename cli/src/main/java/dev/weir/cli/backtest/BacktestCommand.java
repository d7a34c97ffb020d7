package dev.weir.cli.backtest;

import dev.weir.cli.Abandonable;
import dev.weir.cli.CtrlC;
import dev.weir.cli.StopSignal;
import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogFiles;
import dev.weir.file.LogInputs;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeOptions;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.config.ModelOptions;
import dev.weir.job.operator.ShippedModel;
import dev.weir.output.Outputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores files with the job's own pipeline. */
@Command(
    name = "backtest",
    description = "Run the job's own pipeline over files and write what it makes of them.")
public final class BacktestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private Optional<String> networkWarning = Optional.empty();

  @Mixin private ModelOptions model;

  @Mixin private LogInputs inputs;

  @Mixin private LogOptions log;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      required = true,
      description = "Where scored windows go, JSON lines sorted by window_start and src_ip.")
  private Path scores;

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description = "Where alerts go, JSON lines in the same order. Default: nowhere")
  private Path alerts;

  @Option(
      names = "--dead-letters",
      paramLabel = "FILE",
      description = "Where entries go that could not become flows. Default: nowhere")
  private Path deadLetters;

  @Option(
      names = "--late-flows",
      paramLabel = "FILE",
      description =
          "Where flows go that lie out of order beyond --max-disorder, JSON lines. Default: nowhere")
  private Path lateFlows;

  @Mixin private TimeOptions times;

  /** For picocli. */
  public BacktestCommand() {}

  @Override
  public Integer call() throws Exception {
    ShippedModel shipped = model.shipped();
    networkWarning = shipped.model().checkNetwork(log.network().settings());
    try (CtrlC ctrlC = CtrlC.listen()) {
      StopSignal stop = ctrlC.signal();
      LogSurvey survey = whole(Abandonable.run("survey", this::survey, stop));
      Outputs.requireApart(
          Stream.of(scores, alerts, deadLetters, lateFlows).filter(Objects::nonNull).toList(),
          Stream.concat(survey.files().stream(), Stream.of(model.path())).toList());
      try (BacktestFiles files = BacktestFiles.at(scores, alerts, deadLetters, lateFlows)) {
        Accounting accounting = whole(new Backtest(shipped, log).run(survey, files, stop));
        files.finish();
        print(accounting);
      }
    }
    return 0;
  }

  private static <T> T whole(Optional<T> result) {
    return result.orElseThrow(
        () -> new UserException("the backtest was stopped before its end and wrote nothing"));
  }

  private LogSurvey survey() {
    try (Progress progress = Progress.ofBytes("survey", LogFiles.size(inputs.paths()))) {
      LogSurvey survey =
          LogSurvey.of(inputs.paths(), log, times.at(System.currentTimeMillis()), progress::to);
      if (survey.messages() == 0) {
        throw new UserException(
            inputs.paths().get(0) + ": holds no entries; name files with logs (--input)");
      }
      return survey;
    }
  }

  private void print(Accounting of) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "entries   %,d: %,d flows, %,d dead letters%s, %,d ignored%s%n",
        of.entries(),
        of.decoded(),
        of.deadLetterCount(),
        of.deadLetters().isEmpty() ? "" : " " + of.deadLetters(),
        of.ignoredCount(),
        of.ignored().isEmpty() ? "" : " " + of.ignored());
    out.printf(
        Locale.ROOT,
        "flows     %,d windowed, %,d late, %,d set aside%s%n",
        of.windowed(),
        of.late(),
        of.setAsideCount(),
        of.setAside().isEmpty() ? "" : " " + of.setAside());
    of.sights().summary().ifPresent(summary -> out.println("network   " + summary));
    out.printf(
        Locale.ROOT,
        "windows   %,d scored, %,d labelled anomalous, %,d alerts%n",
        of.windows(),
        of.anomalous(),
        of.alerts());
    if (of.late() > 0) {
      out.println("warning   late flows are out of order beyond --max-disorder");
    }
    networkWarning.ifPresent(warning -> out.println("warning   " + warning));
    of.sights().warning().ifPresent(warning -> out.println("warning   " + warning));
    out.flush();
  }
}
