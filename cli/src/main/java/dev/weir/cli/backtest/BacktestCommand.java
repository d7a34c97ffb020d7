package dev.weir.cli.backtest;

import dev.weir.command.Outputs;
import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeOptions;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.operator.ShippedModel;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
      names = "--evaluate",
      paramLabel = "FILE",
      description =
          "Where a comparison of scores and labels goes, JSON: auroc, auprc, precision, recall."
              + " Needs --label.column. Default: nowhere")
  private Path evaluation;

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
    checkOptions();
    ShippedModel shipped = ShippedModel.of(ModelFile.bytes(model), model.toString());
    DetectOptions.requireWindow(shipped.model(), window);
    LogSurvey survey = survey();
    BacktestOutputs outputs =
        new BacktestOutputs(scores, alerts, deadLetters, lateFlows, evaluation);
    Outputs.requireApart(
        outputs.files(), Stream.concat(survey.files().stream(), Stream.of(model)).toList());
    try {
      outputs.files().forEach(Outputs::requireWritable);
      Accounting accounting = new Backtest(shipped, log).run(survey, outputs.partial());
      Evaluation found = evaluate(outputs.partial());
      outputs.complete();
      BacktestSummary.print(survey, accounting, found, spec.commandLine().getOut());
    } finally {
      outputs.cleanUp();
    }
    return 0;
  }

  private void checkOptions() {
    log.check();
    if (evaluation != null && !log.isLabelled()) {
      throw new UsageException(
          "--evaluate needs a truth to compare with; name the logs' labels by --label.column");
    }
  }

  private static Evaluation evaluate(BacktestOutputs outputs) throws IOException {
    if (outputs.evaluation() == null) {
      return null;
    }
    Evaluation found = Evaluation.of(outputs.scores());
    Files.write(outputs.evaluation(), found.toJson());
    return found;
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
}
