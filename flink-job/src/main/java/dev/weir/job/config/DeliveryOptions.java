package dev.weir.job.config;

import dev.weir.flow.Durations;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.time.Duration;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options that say how what the job writes outlives a failure. */
public final class DeliveryOptions {

  /** Flink takes no shorter one. */
  private static final Duration SHORTEST_CHECKPOINT_INTERVAL = Duration.ofMillis(10);

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "From one checkpoint to the next. Default: ${DEFAULT-VALUE}")
  private Duration checkpointInterval;

  @Option(
      names = "--delivery",
      paramLabel = "HOW",
      defaultValue = "at-least-once",
      converter = Delivery.Converter.class,
      description =
          "at-least-once (after a failure an alert may come again, with the same id) or exactly-once"
              + " (alerts show with the next checkpoint, to readers of committed messages)."
              + " Default: ${DEFAULT-VALUE}")
  private Delivery delivery;

  @Option(
      names = "--transactional-id",
      paramLabel = "PREFIX",
      description =
          "Begins the ids of exactly-once's transactions, which no other job may use."
              + " Default: --group-id")
  private String transactionalId;

  @Option(
      names = "--transaction-timeout",
      paramLabel = "DURATION",
      defaultValue = "15m",
      description =
          "After so long without a checkpoint brokers drop what exactly-once has written since the"
              + " last one: longer than --checkpoint-interval, Flink's checkpoint timeout and"
              + " --restart-time together, and no longer than the brokers'"
              + " transaction.max.timeout.ms. Default: ${DEFAULT-VALUE}")
  private Duration transactionTimeout;

  @Option(
      names = "--restart-time",
      paramLabel = "DURATION",
      defaultValue = "3m",
      description =
          "How long the job may be down after a failure before exactly-once loses what it had not"
              + " committed yet. Default: ${DEFAULT-VALUE}")
  private Duration restartTime;

  /** For picocli. */
  public DeliveryOptions() {}

  public Duration checkpointInterval() {
    return checkpointInterval;
  }

  public Delivery delivery() {
    return delivery;
  }

  public boolean isExactlyOnce() {
    return delivery == Delivery.EXACTLY_ONCE;
  }

  /** What transactions' ids begin with; null where the group's does. */
  String transactionalId() {
    return transactionalId;
  }

  public Duration transactionTimeout() {
    return transactionTimeout;
  }

  /** Refuses what no job can run with. */
  void check() {
    if (checkpointInterval.compareTo(SHORTEST_CHECKPOINT_INTERVAL) < 0) {
      throw new UserException("--checkpoint-interval must be 10ms or more");
    }
    if (transactionTimeout.toMillis() > Integer.MAX_VALUE) {
      throw new UsageException("--transaction-timeout must be less than 24d");
    }
  }

  /**
   * Refuses transactions that brokers would end before the job can commit them: what is in them
   * would be lost.
   *
   * @param checkpointTimeout after which Flink gives a checkpoint up
   * @param longest milliseconds that brokers allow; empty where they do not tell
   * @throws UsageException naming the option, what it comes to and what it has to be
   */
  public void checkTransactions(Duration checkpointTimeout, OptionalLong longest) {
    if (!isExactlyOnce()) {
      return;
    }
    Duration needed = checkpointInterval.plus(checkpointTimeout).plus(restartTime);
    if (transactionTimeout.compareTo(needed) <= 0) {
      throw new UsageException(
          String.format(
              "--transaction-timeout is %s, and must be longer than --checkpoint-interval (%s), Flink's"
                  + " execution.checkpointing.timeout (%s) and --restart-time (%s) together, %s, or"
                  + " alerts are lost; raise it, or lower one of these",
              Durations.format(transactionTimeout),
              Durations.format(checkpointInterval),
              Durations.format(checkpointTimeout),
              Durations.format(restartTime),
              Durations.format(needed)));
    }
    if (longest.isPresent() && transactionTimeout.toMillis() > longest.getAsLong()) {
      throw new UsageException(
          String.format(
              "--transaction-timeout is %s, and the brokers' transaction.max.timeout.ms allows %s;"
                  + " lower the one or raise the other",
              Durations.format(transactionTimeout),
              Durations.format(Duration.ofMillis(longest.getAsLong()))));
    }
  }
}
