package dev.weir.cli.backtest;

import dev.weir.cli.StopSignal;
import dev.weir.cli.detect.LocalFlink;
import dev.weir.file.LogSurvey;
import dev.weir.job.Accounting;
import dev.weir.job.VectorPipeline;
import dev.weir.job.sink.VectorSinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.output.NewFile;
import dev.weir.vector.Measurement;
import dev.weir.vector.VectorJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Measures files with the job's own pipeline, and writes windows for a training. */
final class VectorRun {

  private final Measurement measured;
  private final Path place;

  /** To write windows that are measured so to that place. */
  VectorRun(Measurement measured, Path place) {
    this.measured = measured;
    this.place = place;
  }

  /**
   * Measures, writes, and tells of it.
   *
   * @return empty, and nothing written, where stop was requested before the end
   */
  Optional<Accounting> run(LogSurvey survey, StopSignal stop, PrintWriter out) throws Exception {
    try (NewFile vectors = NewFile.at(place);
        NewFile targets = NewFile.at(place.resolveSibling(place.getFileName() + ".targets"))) {
      Optional<Accounting> done = measure(survey, vectors, targets, stop);
      if (done.isPresent()) {
        append(targets.partial(), vectors.partial());
        vectors.finish();
        print(survey, done.get(), out);
      }
      return done;
    }
  }

  private Optional<Accounting> measure(
      LogSurvey survey, NewFile vectors, NewFile targets, StopSignal stop) throws Exception {
    try (LocalFlink flink = LocalFlink.forFiles()) {
      StreamExecutionEnvironment env = flink.environment();
      env.setParallelism(1);
      VectorPipeline.build(
          env,
          Backtest.source(survey),
          FlowWatermarks.ofFiles(survey.disorder().maxMillis()),
          measured.window(),
          measured.settings(),
          // The reader of files knows repeats itself, as for the trainer.
          0,
          sinks(vectors, targets));
      return Backtest.await(flink.submit("weir vectors"), survey.entries(), "measure", stop);
    }
  }

  private VectorSinks sinks(NewFile vectors, NewFile targets) {
    VectorJson json = new VectorJson(measured);
    return new VectorSinks(
        new LineSink<>(
            vectors.partial().toString(),
            view -> view.vector().windowStart(),
            view -> Backtest.order(view.vector()),
            view -> json.toBytes(view.vector())),
        new LineSink<>(
            targets.partial().toString(),
            view -> view.windowStart(),
            view -> view.target().address() + ' ' + (char) view.target().port(),
            json::toBytes));
  }

  private static void append(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
      Files.copy(from, out);
    }
  }

  private void print(LogSurvey survey, Accounting accounting, PrintWriter out) {
    EntrySummary.print(survey, accounting, out);
    out.printf(
        Locale.ROOT,
        "windows   %,d of %s, measured for training, in %s%n",
        accounting.windows(),
        measured.window(),
        place);
    if (accounting.late() > 0) {
      out.println("warning   late flows are out of order beyond --max-disorder");
    }
    accounting.sights().warning().ifPresent(warning -> out.println("warning   " + warning));
    out.flush();
  }
}
