package dev.weir.train;

import dev.weir.command.Progress;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.file.HistoryInputs;
import dev.weir.file.LogFiles;
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
        new FitArguments(spec)
            .read((vectors.areGiven() ? LogFormat.JSON : log.format()).window());
    log.check();
    if (output == null && !days.isAsked()) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--output=FILE'");
    }
    evaluation.check(output, vectors.areGiven());
    TimeBounds bounds = times.at(System.currentTimeMillis());
    if (days.isAsked()) {
      if (vectors.areGiven()) {
        throw new UsageException("--day-matrix reads logs; name them by --input");
      }
      days.print(inputs.paths(), log, bounds, options, spec.commandLine().getOut());
    }
    if (output != null) {
      train(options, bounds);
    }
    return 0;
  }

  private void train(FitOptions options, TimeBounds bounds) throws IOException {
    List<Path> paths = vectors.areGiven() ? vectors.paths(inputs) : inputs.paths();
    Outputs.requireApart(List.of(output), LogFiles.list(paths));
    int passes = vectors.areGiven() ? 1 : 2;
    try (NewFile file = NewFile.at(output);
        Progress progress = Progress.ofBytes("train", passes * LogFiles.size(paths))) {
      TrainedModel trained =
          vectors.areGiven()
              ? trainOnVectors(options, progress)
              : new Trainer(options, evaluation).train(paths, log, bounds, progress::to);
      ModelFile.write(trained.model(), file);
      PrintWriter out = spec.commandLine().getOut();
      TrainingSummary.print(trained, output, out);
      out.flush();
    }
  }

  private TrainedModel trainOnVectors(FitOptions asked, Progress progress) {
    Measurement measured = vectors.measurement(inputs);
    FitOptions options =
        vectors.measuredAs(measured, asked, log.network().settings(), spec.commandLine());
    return new Trainer(options, evaluation)
        .trainOnVectors(vectors.paths(inputs), log.network(), progress::to);
  }
}
