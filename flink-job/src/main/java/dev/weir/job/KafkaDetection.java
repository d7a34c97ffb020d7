package dev.weir.job;

import dev.weir.flow.Entry;
import dev.weir.flow.UserException;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.config.StartFrom;
import dev.weir.job.kafka.Topics;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.sink.KafkaSinks;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.job.source.KafkaEntries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The pipeline between Kafka topics, checked before it starts. */
public final class KafkaDetection {

  private final DetectOptions options;
  private final OffsetsInitializer end;

  /** Between the topics that the options name, without an end. */
  public KafkaDetection(DetectOptions options) {
    this(options, null);
  }

  private KafkaDetection(DetectOptions options, OffsetsInitializer end) {
    this.options = options;
    this.end = end;
  }

  /** The same, but ending by itself once it has read up to there, every window closed. */
  public KafkaDetection until(OffsetsInitializer last) {
    return new KafkaDetection(options, last);
  }

  /**
   * Adds the pipeline to an environment.
   *
   * @return what the user should know, in words
   * @throws UserException where model, broker or topics are not as they must be
   */
  public List<String> build(StreamExecutionEnvironment env) {
    options.check();
    ShippedModel model = options.model();
    Optional<String> warning = model.model().checkNetwork(options.log().network().settings());
    options.findings().check();
    checkTopics();
    if (options.parallelism() != null) {
      env.setParallelism(options.parallelism());
    }
    env.enableCheckpointing(options.checkpointInterval().toMillis());
    DetectionPipeline.build(
        env,
        source(),
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
        KafkaSinks.of(options, model.model().transform().features()));
    return warning.stream().toList();
  }

  private void checkTopics() {
    try (Topics topics = Topics.at(options.bootstrapServers())) {
      int partitions = topics.partitions(options.inputTopic());
      Stream.of(
              options.alertTopic(),
              options.deadLetterTopic(),
              options.lateTopic(),
              options.scoresTopic())
          .filter(topic -> topic != null)
          .forEach(topic -> topics.create(topic, partitions));
    }
  }

  private KafkaSource<Entry> source() {
    KafkaSourceBuilder<Entry> source =
        KafkaSource.<Entry>builder()
            .setBootstrapServers(options.bootstrapServers())
            .setTopics(options.inputTopic())
            .setGroupId(options.groupId())
            .setStartingOffsets(offsets(options.startFrom()))
            .setDeserializer(new KafkaEntries(options.log(), options.maxFuture().toMillis()));
    return (end == null ? source : source.setBounded(end)).build();
  }

  @SuppressWarnings("deprecation") // The connector still speaks of the strategy by its old type.
  private static OffsetsInitializer offsets(StartFrom from) {
    return switch (from) {
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
    };
  }
}
