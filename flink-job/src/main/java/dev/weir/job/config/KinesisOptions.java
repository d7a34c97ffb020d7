package dev.weir.job.config;

import dev.weir.decode.LogOptions;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.job.source.kinesis.KinesisSource;
import dev.weir.job.source.kinesis.ReadSettings;
import dev.weir.job.source.kinesis.StreamCheck;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a Kinesis data stream as the source. */
public final class KinesisOptions {

  private static final Duration SHORTEST_INTERVAL =
      Duration.ofMillis(ReadSettings.SHORTEST_INTERVAL);

  private static final Duration SHORTEST_DISCOVERY = Duration.ofSeconds(1);

  @Mixin private KinesisAddress address;

  @Option(
      names = "--kinesis.poll-interval",
      paramLabel = "DURATION",
      defaultValue = "500ms",
      description =
          "From one read of a shard to the next once its reader has caught up, 200ms or more: a"
              + " shard gives all its readers together five a second. Default: ${DEFAULT-VALUE}")
  private Duration pollInterval;

  @Option(
      names = "--kinesis.poll-records",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Records of one read at most, 1 to 10000; of 10 MB in all, whatever is set."
              + " Default: ${DEFAULT-VALUE}")
  private int pollRecords;

  @Option(
      names = "--kinesis.discovery-interval",
      paramLabel = "DURATION",
      defaultValue = "30s",
      description =
          "From one listing of shards to the next; where a shard ends, they are listed at once."
              + " Default: ${DEFAULT-VALUE}")
  private Duration discoveryInterval;

  /** For picocli. */
  public KinesisOptions() {}

  /** Whether a stream was named. */
  public boolean isNamed() {
    return address.isNamed();
  }

  /** The stream in words. */
  public String inWords() {
    return "stream " + address.arn().name() + " in " + address.arn().region();
  }

  /**
   * Refuses what cannot be.
   *
   * @throws UsageException naming the option
   */
  public void check() {
    address.check("--source kinesis");
    if (pollInterval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new UsageException("--kinesis.poll-interval must be 200ms or more");
    }
    if (pollRecords < 1 || pollRecords > ReadSettings.HIGHEST_LIMIT) {
      throw new UsageException("--kinesis.poll-records must be 1 to " + ReadSettings.HIGHEST_LIMIT);
    }
    if (discoveryInterval.compareTo(SHORTEST_DISCOVERY) < 0) {
      throw new UsageException("--kinesis.discovery-interval must be 1s or more");
    }
  }

  /**
   * Looks at the stream as it is now.
   *
   * @throws UserException where it is not there, or may not be read
   */
  public StreamCheck inspect() {
    return StreamCheck.of(address.arn(), address.access());
  }

  /**
   * The source.
   *
   * @param from where to begin without a savepoint; null for the oldest message that is still there
   * @param maxFuture how far an event time may lie beyond a message's arrival
   */
  public KinesisSource source(Instant from, LogOptions log, Duration maxFuture) {
    return KinesisSource.of(
        address.arn(),
        address.access(),
        from,
        new ReadSettings(pollInterval.toMillis(), pollRecords, discoveryInterval.toMillis()),
        log,
        maxFuture.toMillis());
  }
}
