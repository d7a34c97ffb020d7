package dev.weir.cli.backtest;

import dev.weir.command.Outputs;
import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeOptions;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.operator.ShippedModel;
import dev.weir.model.ModelFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

  @Option(
      names = "--model",
      paramLabel = "FILE",
      required = true,
      description = "What 'weir train' wrote.")
  private Path model;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description = "Files and folders of logs, plain or gzip, read as one history.")
  private List<Path> inputs;

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

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      description = "Asserts that the model has this window; the model decides.")
  private Duration window;

  @Mixin private TimeOptions times;

  /** For picocli. */
  public BacktestCommand() {}

  @Override
  public Integer call() throws Exception {
    ShippedModel shipped = ShippedModel.of(ModelFile.bytes(model), model.toString());
    DetectOptions.requireWindow(shipped.model(), window);
    LogSurvey survey = survey();
    BacktestOutputs outputs = new BacktestOutputs(scores, alerts, deadLetters, lateFlows);
    Outputs.requireApart(
        outputs.files(), Stream.concat(survey.files().stream(), Stream.of(model)).toList());
    try {
      outputs.files().forEach(Outputs::requireWritable);
      Accounting accounting = new Backtest(shipped, log).run(survey, outputs.partial());
      outputs.complete();
      print(accounting);
    } finally {
      outputs.cleanUp();
    }
    return 0;
  }

  private LogSurvey survey() {
    try (Progress progress = Progress.ofBytes("survey", LogFiles.size(inputs))) {
      LogSurvey survey =
          LogSurvey.of(inputs, log, times.at(System.currentTimeMillis()), progress::to);
      if (survey.messages() == 0) {
        throw new UserException(
            inputs.get(0) + ": holds no entries; name files with logs (--input)");
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
    out.printf(Locale.ROOT, "flows     %,d windowed, %,d late%n", of.windowed(), of.late());
    out.printf(
        Locale.ROOT,
        "windows   %,d scored, %,d labelled anomalous, %,d alerts%n",
        of.windows(),
        of.anomalous(),
        of.alerts());
    if (of.late() > 0) {
      out.println("warning   late flows are out of order beyond --max-disorder");
    }
    out.flush();
  }
}
