package dev.weir.train;

import dev.weir.command.Progress;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogFiles;
import dev.weir.file.LogSurvey;
import dev.weir.file.TimeBounds;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that asks whether a history is clean. */
final class DayMatrixOptions {

  @Option(
      names = "--day-matrix",
      description =
          "Ask whether the history is clean: fit each of its days (UTC, two at least, at most 31),"
              + " score all others, print the table and name the odd days. A model is trained and"
              + " written only with --output as well.")
  private boolean asked;

  boolean isAsked() {
    return asked;
  }

  /** Compares the days of files, and prints what comes of it. */
  void print(
      List<Path> inputs, LogOptions log, TimeBounds bounds, FitOptions options, PrintWriter out) {
    DaySamples samples;
    try (Progress progress = Progress.ofBytes("days", 2 * LogFiles.size(inputs))) {
      LogSurvey survey = LogSurvey.of(inputs, log, bounds, progress::to);
      samples = DaySamples.of(survey, options, progress::to);
    }
    new DayMatrixTable(DayMatrix.of(samples, options)).print(out);
    out.flush();
  }
}
