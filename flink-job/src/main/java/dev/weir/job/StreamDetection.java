package dev.weir.job;

import dev.weir.flow.UserException;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.kafka.Topics;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.sink.KafkaSinks;
import dev.weir.job.source.FlowWatermarks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The pipeline from a stream to Kafka topics, checked before it starts. */
public final class StreamDetection {

  private final DetectOptions options;
  private final OffsetsInitializer end;

  /** From the stream to the topics that the options name, without an end. */
  public StreamDetection(DetectOptions options) {
    this(options, null);
  }

  private StreamDetection(DetectOptions options, OffsetsInitializer end) {
    this.options = options;
    this.end = end;
  }

  /** The same of a topic, but ending by itself once it has read up to there, all windows closed. */
  public StreamDetection until(OffsetsInitializer last) {
    return new StreamDetection(options, last);
  }

  /**
   * Adds the pipeline to an environment.
   *
   * @return what the user should know, in words
   * @throws UserException where model, stream, broker or topics are not as they must be
   */
  public List<String> build(StreamExecutionEnvironment env) {
    options.check();
    ShippedModel model = options.model();
    Optional<String> warning = model.model().checkNetwork(options.log().network().settings());
    options.findings().check();
    EntrySource source = EntrySource.of(options, end);
    if (options.parallelism() != null) {
      env.setParallelism(options.parallelism());
    }
    env.enableCheckpointing(options.delivery().checkpointInterval().toMillis());
    try (Topics topics = Topics.at(options.kafka())) {
      checkTransactions(topics, env);
      createTopics(topics, source.splits());
    }
    DetectionPipeline.build(
        env,
        source.source(),
        FlowWatermarks.ofStream(options.outOfOrderness(), options.idleness(), options.silence()),
        model,
        new Alerting(
            options.findings(),
            options
                .incidents()
                .settings(
                    options.findings().alert().minSeverity(),
                    model.model().window(),
                    options.log().format().tellsGaps()),
            options.log().network().network(),
            options.isEarly(),
            false),
        options.log().repeatsRemembered(),
        KafkaSinks.of(options, model.model()));
    return warning.stream().toList();
  }

  private void checkTransactions(Topics topics, StreamExecutionEnvironment env) {
    if (options.delivery().isExactlyOnce()) {
      options
          .delivery()
          .checkTransactions(
              Duration.ofMillis(env.getCheckpointConfig().getCheckpointTimeout()),
              topics.brokerSetting("transaction.max.timeout.ms"));
    }
  }

  private void createTopics(Topics topics, int partitions) {
    Stream.of(
            options.alertTopic(),
            options.deadLetterTopic(),
            options.lateTopic(),
            options.scoresTopic(),
            options.vectorsTopic())
        .filter(topic -> topic != null)
        .forEach(topic -> topics.create(topic, partitions));
  }
}
