package dev.weir.cli.backtest;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertJson;
import dev.weir.cli.detect.JobFailure;
import dev.weir.cli.detect.LocalFlink;
import dev.weir.decode.LogOptions;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.file.LogSurvey;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.Entry;
import dev.weir.job.Accounting;
import dev.weir.job.DetectionPipeline;
import dev.weir.job.sink.Sinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs the job's own pipeline over files. */
public final class Backtest {

  private final byte[] modelFile;
  private final LogOptions log;
  private final Duration maxDisorder;

  /**
   * With that model.
   *
   * @param modelFile bytes of the model's file
   * @param maxDisorder flows further out of order than this are late
   */
  public Backtest(byte[] modelFile, LogOptions log, Duration maxDisorder) {
    this.modelFile = modelFile;
    this.log = log;
    this.maxDisorder = maxDisorder;
  }

  /**
   * Scores files.
   *
   * @param scores where scored windows go, by window_start and src_ip
   * @param alerts where alerts go, in the same order; null for nowhere
   * @param deadLetters where dead letters go, as they come; null for nowhere
   */
  public Accounting run(LogSurvey survey, Path scores, Path alerts, Path deadLetters)
      throws Exception {
    Model model = ModelFile.parse(modelFile, "the model");
    List<Feature> features = model.transform().features();
    long disorder = Math.min(survey.disorder().maxMillis(), maxDisorder.toMillis());
    StreamExecutionEnvironment env = LocalFlink.forFiles();
    DetectionPipeline.build(
        env,
        source(survey.files()),
        FlowWatermarks.ofFiles(disorder),
        modelFile,
        // The reader of files knows repeats itself, as for the trainer.
        0,
        new Sinks(
            alerts == null ? new DiscardingSink<>() : alertSink(alerts, features),
            deadLetters == null ? new DiscardingSink<>() : deadLetterSink(deadLetters),
            new DiscardingSink<>(),
            scoreSink(scores, features)));
    try {
      return Accounting.of(env.execute("weir backtest").getAllAccumulatorResults());
    } catch (JobExecutionException e) {
      throw JobFailure.of(e);
    }
  }

  private Source<Entry, ?, ?> source(List<Path> files) {
    org.apache.flink.core.fs.Path[] paths =
        files.stream()
            .map(file -> new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri()))
            .toArray(org.apache.flink.core.fs.Path[]::new);
    return FileSource.forBulkFileFormat(new LogFileFormat(log), paths)
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
    return new LineSink<>(
        file.toAbsolutePath().toString(),
        alert -> alert.window().vector().windowStart(),
        alert -> order(alert.window().vector()),
        alert -> AlertJson.toBytes(alert, features));
  }

  private static String order(FeatureVector vector) {
    return vector.source().address() + ' ' + vector.source().scope();
  }

  private static Sink<DeadLetter> deadLetterSink(Path file) {
    return new LineSink<>(file.toAbsolutePath().toString(), null, null, DeadLetterJson::toBytes);
  }
}
