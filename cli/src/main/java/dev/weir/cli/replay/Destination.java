package dev.weir.cli.replay;

import dev.weir.cli.MessageSender;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kinesis.StreamSender;
import dev.weir.decode.LogFormat;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.job.config.KinesisAddress;
import dev.weir.job.config.StreamKind;
import dev.weir.job.kafka.KafkaOptions;
import dev.weir.job.kafka.Topics;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which stream to send to. */
public final class Destination {

  @Option(
      names = "--to",
      paramLabel = "kafka|kinesis",
      defaultValue = "kafka",
      description =
          "Send to a Kafka topic, each line a message, or to a Kinesis data stream as a subscription"
              + " of CloudWatch Logs would, many lines a record. Default: ${DEFAULT-VALUE}")
  private StreamKind kind;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.flows",
      description = "Where to send the lines. Default: ${DEFAULT-VALUE}")
  private String topic;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Create the topic with so many partitions if it does not exist.")
  private Integer partitions;

  @Mixin private KinesisAddress kinesis;

  /** For picocli. */
  public Destination() {}

  /**
   * Refuses what cannot be.
   *
   * @throws UsageException naming the option
   */
  void check() {
    if (kind == StreamKind.KINESIS) {
      kinesis.check("--to kinesis");
    } else if (kinesis.isNamed()) {
      throw new UsageException("--kinesis.stream is written to with --to kinesis only; add it");
    } else if (partitions != null && partitions < 1) {
      throw new UsageException("--partitions is " + partitions + "; a topic needs at least 1");
    }
  }

  /**
   * Makes ready for sending.
   *
   * @return what was created, in words; empty where it was there
   * @throws UserException where it is not there and not to be created
   */
  Optional<String> prepare() {
    if (kind == StreamKind.KINESIS) {
      return Optional.empty();
    }
    try (Topics topics = Topics.at(kafka.access())) {
      if (partitions == null) {
        requireTopic(topics);
      } else if (topics.create(topic, partitions)) {
        return Optional.of("Created topic " + topic + ", partitions: " + partitions + '.');
      }
      return Optional.empty();
    }
  }

  private void requireTopic(Topics topics) {
    if (!topics.exists(topic)) {
      throw new UserException(
          String.format(
              "there is no topic '%s' at %s; correct --topic, or add --partitions N to create it",
              topic, kafka.access()));
    }
  }

  /** Connects, for messages that are whole: envelopes, or payloads of dead letters. */
  MessageSender open() {
    return kind == StreamKind.KINESIS
        ? StreamSender.connect(kinesis.arn(), kinesis.access(), true)
        : new FlowSender(kafka.access(), topic);
  }

  /**
   * Connects, for lines of a log.
   *
   * @throws UserException where the stream does not take lines of that format
   */
  MessageSender open(LogFormat lines) {
    if (kind == StreamKind.KAFKA || lines == LogFormat.CLOUDWATCH) {
      return open();
    }
    if (lines != LogFormat.JSON && lines != LogFormat.VPC_FLOW_LOG) {
      throw new UsageException(
          "--to kinesis sends vpc-flow-log, json and cloudwatch: what CloudWatch Logs holds of "
              + lines
              + " could not be read again; send it to Kafka");
    }
    return StreamSender.connect(kinesis.arn(), kinesis.access(), false);
  }

  /** What whoever reads the stream has to be told of lines of that format; empty for nothing. */
  Optional<String> hint(LogFormat lines) {
    boolean enveloped = kind == StreamKind.KINESIS && lines != LogFormat.CLOUDWATCH;
    return enveloped
        ? Optional.of(
            "Whoever reads the stream needs --format cloudwatch --cloudwatch.inner " + lines + '.')
        : Optional.empty();
  }
}
