package dev.weir.train;

import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.file.HistoryInputs;
import dev.weir.file.LogFiles;
import dev.weir.file.TimeBounds;
import dev.weir.file.TimeOptions;
import dev.weir.model.ModelFile;
import dev.weir.output.NewFile;
import dev.weir.output.Outputs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
    modelTransformer = FitOption.Adding.class)
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private HistoryInputs inputs;

  @Mixin private LogOptions log;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the model goes; required unless only --day-matrix is asked for.")
  private Path output;

  @Mixin private TimeOptions times;

  @Mixin private DayMatrixOptions days;

  /** For picocli. */
  public TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    FitOptions options = new FitArguments(spec).read(log.format());
    log.check();
    if (output == null && !days.isAsked()) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--output=FILE'");
    }
    if (output != null) {
      Outputs.requireApart(List.of(output), LogFiles.list(inputs.paths()));
    }
    TimeBounds bounds = times.at(System.currentTimeMillis());
    if (days.isAsked()) {
      days.print(inputs.paths(), log, bounds, options, spec.commandLine().getOut());
    }
    if (output != null) {
      train(options, bounds);
    }
    return 0;
  }

  private void train(FitOptions options, TimeBounds bounds) throws IOException {
    try (NewFile file = NewFile.at(output);
        Progress progress = Progress.ofBytes("train", 2 * LogFiles.size(inputs.paths()))) {
      TrainedModel trained = new Trainer(options).train(inputs.paths(), log, bounds, progress::to);
      ModelFile.write(trained.model(), file);
      PrintWriter out = spec.commandLine().getOut();
      TrainingSummary.print(trained, output, out);
      out.flush();
    }
  }
}
