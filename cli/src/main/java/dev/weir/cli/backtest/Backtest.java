package dev.weir.cli.backtest;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertJson;
import dev.weir.cli.detect.JobFailure;
import dev.weir.cli.detect.LocalFlink;
import dev.weir.decode.LogOptions;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.file.LogSurvey;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowJson;
import dev.weir.job.Accounting;
import dev.weir.job.DetectionPipeline;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.sink.Sinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs the job's own pipeline over files. */
final class Backtest {

  private final ShippedModel model;
  private final LogOptions log;

  /** With that model. */
  Backtest(ShippedModel model, LogOptions log) {
    this.model = model;
    this.log = log;
  }

  /** Scores files. */
  Accounting run(LogSurvey survey, BacktestOutputs outputs) throws Exception {
    List<Feature> features = model.model().transform().features();
    StreamExecutionEnvironment env = LocalFlink.forFiles();
    DetectionPipeline.build(
        env,
        source(survey),
        FlowWatermarks.ofFiles(survey.disorder().maxMillis()),
        model,
        // The reader of files knows repeats itself, as for the trainer.
        0,
        new Sinks(
            alertSink(outputs.alerts(), features),
            unsorted(outputs.deadLetters(), DeadLetterJson::toBytes),
            unsorted(outputs.lateFlows(), FlowJson::toBytes),
            scoreSink(outputs.scores(), features)));
    try {
      return Accounting.of(env.execute("weir backtest").getAllAccumulatorResults());
    } catch (JobExecutionException e) {
      throw JobFailure.of(e);
    }
  }

  private Source<Entry, ?, ?> source(LogSurvey survey) {
    org.apache.flink.core.fs.Path[] paths =
        survey.files().stream()
            .map(file -> new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri()))
            .toArray(org.apache.flink.core.fs.Path[]::new);
    return FileSource.forBulkFileFormat(new LogFileFormat(log, survey.latest()), paths)
        // Flink's own would pass over names that begin with a dot or an underscore.
        .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(path -> true))
        .setSplitAssigner(InOrder::new)
        .build();
  }

  private static Sink<ScoredWindow> scoreSink(Path file, List<Feature> features) {
    return new LineSink<>(
        file.toAbsolutePath().toString(),
        window -> window.vector().windowStart(),
        window -> order(window.vector()),
        window -> ScoredWindowJson.toBytes(window, features));
  }

  private static Sink<Alert> alertSink(Path file, List<Feature> features) {
    if (file == null) {
      return new DiscardingSink<>();
    }
    return new LineSink<>(
        file.toAbsolutePath().toString(),
        alert -> alert.window().vector().windowStart(),
        alert -> order(alert.window().vector()),
        alert -> AlertJson.toBytes(alert, features));
  }

  private static String order(FeatureVector vector) {
    return vector.source().address() + ' ' + vector.source().scope();
  }

  private static <T> Sink<T> unsorted(Path file, LineSink.Key<T, byte[]> line) {
    return file == null
        ? new DiscardingSink<>()
        : new LineSink<>(file.toAbsolutePath().toString(), null, null, line);
  }
}
