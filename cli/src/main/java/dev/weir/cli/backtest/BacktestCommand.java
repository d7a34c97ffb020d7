package dev.weir.cli.backtest;

import dev.weir.alert.IncidentOptions;
import dev.weir.cli.Abandonable;
import dev.weir.cli.CtrlC;
import dev.weir.cli.StopSignal;
import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.evaluation.AttackLog;
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
import dev.weir.model.ModelFile;
import dev.weir.output.Outputs;
import dev.weir.vector.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
          "Where a comparison of scores, alerts and labels goes, JSON: auroc, auprc, precision,"
              + " recall, incidents. Needs --label.column. Default: nowhere")
  private Path evaluation;

  @Option(
      names = "--compare",
      paramLabel = "MODEL",
      description =
          "Another model to run over the same logs: which incidents appear, vanish and change with"
              + " it. Default: none")
  private Path other;

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
    ShippedModel compared = other == null ? null : read(other);
    List<String> warnings =
        Stream.of(shipped, compared).filter(Objects::nonNull).flatMap(this::warnings).toList();
    try (CtrlC ctrlC = CtrlC.listen();
        Scratch scratch = new Scratch()) {
      StopSignal stop = ctrlC.signal();
      LogSurvey survey = whole(Abandonable.run("survey", this::survey, stop));
      requireApart(survey);
      try (BacktestFiles files =
          BacktestFiles.at(scores, alerts, deadLetters, lateFlows, evaluation)) {
        boolean asked = evaluation != null || compared != null;
        Path told = asked ? scratch.file("alerts") : files.results().alerts();
        Accounting accounting = run(shipped, survey, files.results().withAlerts(told), stop);
        files.keepAlerts(told);
        List<String> findings = new ArrayList<>();
        if (evaluation != null) {
          findings.addAll(
              files.evaluate(shipped.model(), told, attacks(survey, shipped, stop)).lines());
        }
        if (compared != null) {
          Path otherwise = scratch.file("compared");
          run(compared, survey, Results.ofAlerts(otherwise), stop);
          findings.addAll(compare(told, otherwise).lines(other.toString()));
        }
        files.finish();
        new BacktestSummary(survey, accounting, findings, warnings)
            .print(spec.commandLine().getOut());
      }
    }
    return 0;
  }

  private void requireApart(LogSurvey survey) {
    Outputs.requireApart(
        Stream.of(scores, alerts, deadLetters, lateFlows, evaluation)
            .filter(Objects::nonNull)
            .toList(),
        Stream.concat(survey.files().stream(), Stream.of(model.path(), other))
            .filter(Objects::nonNull)
            .toList());
  }

  private static ShippedModel read(Path path) {
    return ShippedModel.of(ModelFile.bytes(path), path.toString());
  }

  private Stream<String> warnings(ShippedModel shipped) {
    return shipped.model().checkNetwork(log.network().settings()).stream();
  }

  private Accounting run(ShippedModel by, LogSurvey survey, Results results, StopSignal stop)
      throws Exception {
    return whole(new Backtest(by, alerting(by), incidents.format()).run(survey, results, stop));
  }

  private static AttackLog attacks(LogSurvey survey, ShippedModel by, StopSignal stop)
      throws Exception {
    AttackLog attacks = new AttackLog(by.model().window());
    return whole(
        Abandonable.run(
            "attacks",
            () -> {
              survey.read(attacks, bytes -> {});
              return attacks;
            },
            stop));
  }

  private static Comparison compare(Path told, Path otherwise) throws IOException {
    return Comparison.of(ToldIncident.read(told), ToldIncident.read(otherwise));
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
