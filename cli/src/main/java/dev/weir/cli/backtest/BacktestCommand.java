package dev.weir.cli.backtest;

import dev.weir.alert.IncidentOptions;
import dev.weir.cli.Abandonable;
import dev.weir.cli.CtrlC;
import dev.weir.cli.StopSignal;
import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.file.HistoryInputs;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeOptions;
import dev.weir.finding.FindingOptions;
import dev.weir.flow.OnOff;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.Alerting;
import dev.weir.job.config.ModelOptions;
import dev.weir.job.operator.ShippedModel;
import dev.weir.output.Outputs;
import dev.weir.vector.Measurement;
import java.nio.file.Path;
import java.util.List;
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
    description = "Run the job's own pipeline over files and write what it makes of them.",
    modelTransformer = VectorOptions.InPlaceOfScores.class)
public final class BacktestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ModelOptions model;

  @Mixin private HistoryInputs inputs;

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

  @Mixin private VectorOptions vectors;

  @Mixin private FindingOptions findings;

  @Mixin private IncidentOptions incidents;

  @Option(
      names = "--alert.early",
      paramLabel = "on|off",
      defaultValue = "off",
      description =
          "Open an incident while its window still fills, as the job does: when that is depends on"
              + " how flows arrive. Default: ${DEFAULT-VALUE}")
  private OnOff early;

  @Mixin private TimeOptions times;

  /** For picocli. */
  public BacktestCommand() {}

  @Override
  public Integer call() throws Exception {
    checkOptions();
    if (vectors.areWanted()) {
      return extract();
    }
    ShippedModel shipped = model.shipped();
    Optional<String> warning = shipped.model().checkNetwork(log.network().settings());
    try (CtrlC ctrlC = CtrlC.listen()) {
      StopSignal stop = ctrlC.signal();
      LogSurvey survey = whole(Abandonable.run("survey", this::survey, stop));
      Outputs.requireApart(
          Stream.of(scores, alerts, deadLetters, lateFlows, evaluation)
              .filter(Objects::nonNull)
              .toList(),
          Stream.concat(survey.files().stream(), Stream.of(model.path())).toList());
      try (BacktestFiles files =
          BacktestFiles.at(scores, alerts, deadLetters, lateFlows, evaluation)) {
        Accounting accounting =
            whole(
                new Backtest(shipped, alerting(shipped), incidents.format())
                    .run(survey, files, stop));
        Optional<Evaluation> found = files.evaluate();
        files.finish();
        new BacktestSummary(survey, accounting, found, warning).print(spec.commandLine().getOut());
      }
    }
    return 0;
  }

  private Alerting alerting(ShippedModel shipped) {
    return new Alerting(
        findings,
        incidents.settings(
            findings.alert().minSeverity(), shipped.model().window(), log.format().tellsGaps()),
        log.network().network(),
        early.isOn(),
        true);
  }

  private Integer extract() throws Exception {
    Measurement measured = vectors.measurement(model.window(), log);
    try (CtrlC ctrlC = CtrlC.listen()) {
      LogSurvey survey = whole(Abandonable.run("survey", this::survey, ctrlC.signal()));
      Outputs.requireApart(List.of(vectors.file()), survey.files());
      whole(
          new VectorRun(measured, vectors.file())
              .run(survey, ctrlC.signal(), spec.commandLine().getOut()));
    }
    return 0;
  }

  private void checkOptions() {
    vectors.check(spec.commandLine());
    log.check();
    findings.check();
    if (evaluation != null && !log.isLabelled()) {
      throw new UsageException(
          "--evaluate needs a truth to compare with; name the logs' labels by --label.column");
    }
  }

  private static <T> T whole(Optional<T> result) {
    return result.orElseThrow(
        () -> new UserException("the backtest was stopped before its end and wrote nothing"));
  }

  private LogSurvey survey() {
    try (Progress progress = Progress.ofBytes("survey", LogFiles.size(inputs.paths()))) {
      LogSurvey survey =
          LogSurvey.of(inputs.paths(), log, times.at(System.currentTimeMillis()), progress::to);
      if (survey.entries() == 0) {
        throw new UserException(
            inputs.paths().get(0) + ": holds no entries; name files with logs (--input)");
      }
      return survey;
    }
  }
}
