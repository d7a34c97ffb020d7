package dev.weir.train;

import dev.weir.command.Progress;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.file.HistoryInputs;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import dev.weir.file.TimeOptions;
import dev.weir.flow.UsageException;
import dev.weir.model.ModelFile;
import dev.weir.output.NewFile;
import dev.weir.output.Outputs;
import dev.weir.vector.Measurement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits a model to history and writes it to a file. */
@Command(
    name = "train",
    description = "Fit a model to historical logs and write it to a file.",
    sortOptions = false,
    usageHelpAutoWidth = true,
    modelTransformer = TrainCommand.Options.class)
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private HistoryInputs inputs;

  @Mixin private VectorInputs vectors;

  @Mixin private LogOptions log;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the model goes; required unless only --day-matrix is asked for.")
  private Path output;

  @Mixin private TimeOptions times;

  @Mixin private DayMatrixOptions days;

  @Mixin private EvaluationOptions evaluation;

  @Mixin private ReportOptions report;

  /** For picocli. */
  public TrainCommand() {}

  /** Options that do not stand here as fields. */
  static final class Options implements IModelTransformer {

    /** For picocli. */
    Options() {}

    @Override
    public CommandSpec transform(CommandSpec command) {
      return VectorInputs.inPlaceOfLogs(FitOption.addTo(command));
    }
  }

  @Override
  public Integer call() throws IOException {
    vectors.check(spec.commandLine(), inputs);
    FitOptions options =
        new FitArguments(spec).read((vectors.areGiven() ? LogFormat.JSON : log.format()).window());
    log.check();
    if (output == null && !days.isAsked()) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--output=FILE'");
    }
    evaluation.check(output, vectors.areGiven());
    requireApart();
    TimeBounds bounds = times.at(System.currentTimeMillis());
    if (vectors.areGiven() && (days.isAsked() || report.isAsked())) {
      throw new UsageException(
          "--day-matrix, --report and --summary-json read logs; name them by --input");
    }
    if (days.isAsked()) {
      days.print(inputs.paths(), log, bounds, options, spec.commandLine().getOut());
    }
    if (output != null) {
      train(options, bounds);
    }
    return 0;
  }

  private void train(FitOptions options, TimeBounds bounds) throws IOException {
    List<Path> paths = paths();
    try (NewFile file = NewFile.at(output);
        ReportOptions.Files reports = report.open();
        Progress progress = Progress.ofBytes("train", passes() * LogFiles.size(paths))) {
      TrainedModel trained =
          vectors.areGiven()
              ? trainOnVectors(options, progress)
              : trainOnLogs(options, bounds, reports, progress);
      ModelFile.write(trained.model(), file);
      reports.finish();
      PrintWriter out = spec.commandLine().getOut();
      TrainingSummary.print(trained, output, out);
      out.flush();
    }
  }

  private List<Path> paths() {
    return vectors.areGiven() ? vectors.paths(inputs) : inputs.paths();
  }

  /** Before anything is read, which may take long. */
  private void requireApart() {
    List<Path> outputs = new ArrayList<>(report.outputs());
    if (output != null) {
      outputs.add(0, output);
    }
    Outputs.requireApart(outputs, LogFiles.list(paths()));
  }

  private int passes() {
    if (vectors.areGiven()) {
      return 1;
    }
    return report.isAsked() ? 3 : 2;
  }

  private TrainedModel trainOnLogs(
      FitOptions options, TimeBounds bounds, ReportOptions.Files reports, Progress progress)
      throws IOException {
    List<Path> paths = inputs.paths();
    LogSurvey survey = LogSurvey.of(paths, log, bounds, progress::to);
    TrainedModel trained =
        new Trainer(options, evaluation).train(paths, survey, log, bounds, progress::to);
    if (report.isAsked()) {
      reports.write(
          ReportPass.of(
              survey,
              trained.model(),
              late -> report.about(paths, options, trained, late),
              bytes -> progress.to(2 * survey.bytes() + bytes)));
    }
    return trained;
  }

  private TrainedModel trainOnVectors(FitOptions asked, Progress progress) {
    Measurement measured = vectors.measurement(inputs);
    FitOptions options =
        vectors.measuredAs(measured, asked, log.network().settings(), spec.commandLine());
    return new Trainer(options, evaluation)
        .trainOnVectors(vectors.paths(inputs), log.network(), progress::to);
  }
}
