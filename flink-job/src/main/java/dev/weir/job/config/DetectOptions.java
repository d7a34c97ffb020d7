package dev.weir.job.config;

import dev.weir.alert.IncidentOptions;
import dev.weir.decode.LogOptions;
import dev.weir.finding.FindingOptions;
import dev.weir.flow.OnOff;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.kafka.KafkaOptions;
import dev.weir.job.operator.ShippedModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job's options: the same in {@code weir detect} and in the job jar. */
public final class DetectOptions {

  /** Fixed for good: key groups of savepoints are numbered by it. */
  public static final int MAX_PARALLELISM = 720;

  @Mixin private KafkaOptions kafka;

  @Mixin private InputOptions input;

  @Mixin private LogOptions log;

  @Mixin private ModelOptions model;

  @Mixin private FindingOptions findings;

  @Mixin private IncidentOptions incidents;

  @Option(
      names = "--alert.early",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Open an incident while its window still fills, once a finding holds that can only grow"
              + " truer. Default: ${DEFAULT-VALUE}")
  private OnOff early;

  @Option(
      names = "--alert-topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.alerts",
      description = "Where alerts go, keyed by source, else by target. Default: ${DEFAULT-VALUE}")
  private String alertTopic;

  @Option(
      names = "--dead-letter-topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.dead-letters",
      description = "Where entries go that could not become flows. Default: ${DEFAULT-VALUE}")
  private String deadLetterTopic;

  @Option(
      names = "--late-topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.late",
      description = "Where flows go whose windows had closed. Default: ${DEFAULT-VALUE}")
  private String lateTopic;

  @Option(
      names = "--scores-topic",
      paramLabel = "TOPIC",
      description = "Where every scored window goes as well. Default: nowhere")
  private String scoresTopic;

  @Option(
      names = "--vectors.topic",
      paramLabel = "TOPIC",
      description =
          "Where every closed window goes as well, as 'weir train --input-vectors' reads it."
              + " Default: nowhere")
  private String vectorsTopic;

  @Option(
      names = "--out-of-orderness",
      paramLabel = "DURATION",
      description =
          "How far flows may come out of order before they are late. Default: 30s; 5m for"
              + " vpc-flow-log and cloudwatch")
  private Duration outOfOrderness;

  @Option(
      names = "--idleness",
      paramLabel = "DURATION",
      description =
          "After so long without flows a partition or shard is no longer waited for. Default: 1m; 10m for"
              + " vpc-flow-log and cloudwatch")
  private Duration idleness;

  @Option(
      names = "--silence",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description =
          "After so long without flows on every partition or shard windows close by the wall clock,"
              + " though not before --idleness. Default: ${DEFAULT-VALUE}")
  private Duration silence;

  @Option(
      names = "--max-future",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description =
          "Flows further in the future than this, by the stream's own time, are dead letters."
              + " Default: ${DEFAULT-VALUE}")
  private Duration maxFuture;

  @Mixin private DeliveryOptions delivery;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of every operator, 1 to 720. Default: the cluster's or the machine's")
  private Integer parallelism;

  /** For picocli. */
  public DetectOptions() {}

  /**
   * Where Kafka is, and how its clients are let in.
   *
   * @throws UserException where the file of settings is not as it must be
   */
  public KafkaAccess kafka() {
    return kafka.access();
  }

  /** Where the logs come from. */
  public InputOptions input() {
    return input;
  }

  public LogOptions log() {
    return log;
  }

  /** What is found, and when it alerts. */
  public FindingOptions findings() {
    return findings;
  }

  /** When incidents open and close. */
  public IncidentOptions incidents() {
    return incidents;
  }

  /** Whether incidents open before their window has closed. */
  public boolean isEarly() {
    return early.isOn();
  }

  public String alertTopic() {
    return alertTopic;
  }

  public String deadLetterTopic() {
    return deadLetterTopic;
  }

  public String lateTopic() {
    return lateTopic;
  }

  /** Null where scored windows go nowhere. */
  public String scoresTopic() {
    return scoresTopic;
  }

  /** Null where windows for training go nowhere. */
  public String vectorsTopic() {
    return vectorsTopic;
  }

  /** As set, or as the format has it. */
  public Duration outOfOrderness() {
    return outOfOrderness == null ? log.format().outOfOrderness() : outOfOrderness;
  }

  /** As set, or as the format has it. */
  public Duration idleness() {
    return idleness == null ? log.format().idleness() : idleness;
  }

  public Duration silence() {
    return silence;
  }

  public Duration maxFuture() {
    return maxFuture;
  }

  /** How what the job writes outlives a failure. */
  public DeliveryOptions delivery() {
    return delivery;
  }

  /** How the transactions' ids begin of the sink to that topic: sinks must not share them. */
  public String transactionalId(String topic) {
    String prefix = delivery.transactionalId();
    return (prefix == null ? input.groupId() : prefix) + '-' + topic;
  }

  /** Null where the environment decides. */
  public Integer parallelism() {
    return parallelism;
  }

  /**
   * Refuses what no job can run with.
   *
   * @throws UserException naming the option
   */
  public void check() {
    log.check();
    input.check();
    requirePositive(idleness(), "--idleness");
    requirePositive(silence, "--silence");
    delivery.check();
    if (parallelism != null && (parallelism < 1 || parallelism > MAX_PARALLELISM)) {
      throw new UserException("--parallelism must be 1 to " + MAX_PARALLELISM);
    }
    requireTopicsApart();
    // Here rather than in a task, where it would fail after the job has been submitted.
    log.streamDecoder();
  }

  private static void requirePositive(Duration duration, String option) {
    if (duration.isZero()) {
      throw new UserException(option + " must be more than 0s");
    }
  }

  /** What the job writes must not be what it reads, or it would never end. */
  private void requireTopicsApart() {
    Map<String, String> taken = new HashMap<>();
    if (input.kind() == StreamKind.KAFKA) {
      taken.put(input.topic(), "--input-topic");
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("--alert-topic", alertTopic);
    outputs.put("--dead-letter-topic", deadLetterTopic);
    outputs.put("--late-topic", lateTopic);
    outputs.put("--scores-topic", scoresTopic);
    outputs.put("--vectors.topic", vectorsTopic);
    outputs.forEach(
        (option, topic) -> {
          String other = topic == null ? null : taken.put(topic, option);
          if (other != null) {
            throw new UserException(
                option + " is '" + topic + "' and so is " + other + "; give each its own topic");
          }
        });
  }

  /**
   * The model, which travels with the job.
   *
   * @throws UserException where it is no sound model, or has another window than was asserted
   */
  public ShippedModel model() {
    return model.shipped();
  }
}
