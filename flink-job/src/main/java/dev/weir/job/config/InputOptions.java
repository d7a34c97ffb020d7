package dev.weir.job.config;

import dev.weir.flow.UsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the logs come from. */
public final class InputOptions {

  @Option(
      names = "--source",
      paramLabel = "kafka|kinesis",
      defaultValue = "kafka",
      description =
          "What the logs are in: a Kafka topic, or a Kinesis data stream. Alerts go to Kafka either"
              + " way. Default: ${DEFAULT-VALUE}")
  private StreamKind kind;

  @Option(
      names = "--input-topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.flows",
      description = "Where the logs are. Default: ${DEFAULT-VALUE}")
  private String topic;

  @Option(
      names = "--group-id",
      paramLabel = "ID",
      defaultValue = "weir",
      description = "Consumer group, under which offsets are kept. Default: ${DEFAULT-VALUE}")
  private String groupId;

  @Option(
      names = "--start-from",
      paramLabel = "WHERE",
      defaultValue = "committed",
      converter = StartFrom.Converter.class,
      description =
          "Without a savepoint: committed (where the group left off, else the beginning; of Kinesis"
              + " the beginning), earliest, latest (of Kinesis as of the job's first start), or a time"
              + " such as 2026-03-02T10:00:00Z. Default: ${DEFAULT-VALUE}")
  private StartFrom startFrom;

  @Mixin private KinesisOptions kinesis;

  /** For picocli. */
  public InputOptions() {}

  public StreamKind kind() {
    return kind;
  }

  /** Of Kafka. */
  public String topic() {
    return topic;
  }

  public String groupId() {
    return groupId;
  }

  public StartFrom startFrom() {
    return startFrom;
  }

  public KinesisOptions kinesis() {
    return kinesis;
  }

  /** The source in words. */
  public String inWords() {
    return kind == StreamKind.KINESIS ? kinesis.inWords() : "topic " + topic;
  }

  /**
   * Refuses what cannot be.
   *
   * @throws UsageException naming the option
   */
  void check() {
    if (kind == StreamKind.KINESIS) {
      kinesis.check();
    } else if (kinesis.isNamed()) {
      throw new UsageException("--kinesis.stream is read with --source kinesis only; add it");
    }
  }
}
