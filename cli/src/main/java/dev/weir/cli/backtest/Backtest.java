package dev.weir.cli.backtest;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertFormat;
import dev.weir.cli.StopSignal;
import dev.weir.cli.detect.JobFailure;
import dev.weir.cli.detect.JobProgress;
import dev.weir.cli.detect.LocalFlink;
import dev.weir.command.Progress;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.LateJson;
import dev.weir.file.LogSurvey;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.Entry;
import dev.weir.job.Accounting;
import dev.weir.job.Alerting;
import dev.weir.job.DetectionPipeline;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.sink.Sinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs the job's own pipeline over files. */
final class Backtest {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final ShippedModel model;
  private final Alerting alerting;
  private final AlertFormat format;

  /**
   * With that model.
   *
   * @param format of the alerts
   */
  Backtest(ShippedModel model, Alerting alerting, AlertFormat format) {
    this.model = model;
    this.alerting = alerting;
    this.format = format;
  }

  /**
   * Scores files.
   *
   * @return empty where stop was requested before the end
   */
  Optional<Accounting> run(LogSurvey survey, Results results, StopSignal stop) throws Exception {
    try (LocalFlink flink = LocalFlink.forFiles()) {
      build(flink.environment(), survey, results);
      return await(flink.submit("weir backtest"), survey.entries(), "score", stop);
    }
  }

  private void build(StreamExecutionEnvironment env, LogSurvey survey, Results results) {
    List<Feature> features = model.model().transform().features();
    env.setParallelism(1);
    DetectionPipeline.build(
        env,
        source(survey),
        FlowWatermarks.ofFiles(survey.disorder().maxMillis()),
        model,
        alerting,
        // The reader of files knows repeats itself, as for the trainer.
        0,
        new Sinks(
            alertSink(results.alerts(), format),
            unsorted(results.deadLetters(), DeadLetterJson::toBytes),
            unsorted(results.lateFlows(), LateJson::toBytes),
            scoreSink(results.scores(), features)));
  }

  static Optional<Accounting> await(JobClient job, long entries, String task, StopSignal stop)
      throws Exception {
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    try (Progress progress = Progress.of(task, entries, " entries")) {
      while (!result.isDone()) {
        if (stop.awaitNanos(POLL_NANOS)) {
          return Optional.empty();
        }
        JobProgress.entries(job).ifPresent(progress::to);
      }
      return Optional.of(Accounting.of(result.get().getAllAccumulatorResults()));
    } catch (ExecutionException e) {
      throw JobFailure.of(e);
    }
  }

  static Source<Entry, ?, ?> source(LogSurvey survey) {
    org.apache.flink.core.fs.Path[] paths =
        survey.files().stream()
            .map(file -> new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri()))
            .toArray(org.apache.flink.core.fs.Path[]::new);
    return FileSource.forBulkFileFormat(new LogFileFormat(survey.logs(), survey.latest()), paths)
        // Flink's own would pass over names that begin with a dot or an underscore.
        .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(path -> true))
        .setSplitAssigner(InOrder::new)
        .build();
  }

  private static Sink<ScoredWindow> scoreSink(Path file, List<Feature> features) {
    if (file == null) {
      return new DiscardingSink<>();
    }
    return new LineSink<>(
        file.toString(),
        window -> window.vector().windowStart(),
        window -> order(window.vector()),
        window -> ScoredWindowJson.toBytes(window, features));
  }

  private static Sink<Alert> alertSink(Path file, AlertFormat format) {
    if (file == null) {
      return new DiscardingSink<>();
    }
    return new LineSink<>(
        file.toString(),
        Alert::emittedAt,
        alert ->
            alert.incident().key().name() + ' ' + alert.incident().id() + alert.status().ordinal(),
        format::toBytes);
  }

  static String order(FeatureVector vector) {
    return vector.source().address() + ' ' + vector.source().scope();
  }

  private static <T> Sink<T> unsorted(Path file, LineSink.Key<T, byte[]> line) {
    return file == null
        ? new DiscardingSink<>()
        : new LineSink<>(file.toString(), null, null, line);
  }
}
