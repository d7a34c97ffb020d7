package dev.weir.job.source.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Durations;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options of a Kinesis data stream as the source. */
public final class KinesisOptions {

  private static final Duration SHORTEST_INTERVAL =
      Duration.ofMillis(ReadSettings.SHORTEST_INTERVAL);

  @Option(
      names = "--kinesis.stream",
      paramLabel = "ARN",
      description =
          "The stream, for --source kinesis: arn:aws:kinesis:REGION:ACCOUNT:stream/NAME.")
  private String stream;

  @Option(
      names = "--kinesis.region",
      paramLabel = "REGION",
      description = "The stream's region, where an emulator has others. Default: the ARN's")
  private String region;

  @Option(
      names = "--kinesis.endpoint",
      paramLabel = "URL",
      description = "Where Kinesis is, for emulators. Default: AWS's own for the region")
  private String endpoint;

  @Option(
      names = "--kinesis.role",
      paramLabel = "ARN",
      description =
          "A role to assume for reading. Default: none; credentials are those of the AWS SDK's own"
              + " chain")
  private String role;

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

  /**
   * Refuses what cannot be.
   *
   * @throws UsageException naming the option
   */
  public void check() {
    if (stream == null) {
      throw new UsageException("--source kinesis needs --kinesis.stream, the stream's ARN");
    }
    StreamArn arn = StreamArn.parse(stream);
    if (region != null && endpoint == null && !region.equals(arn.region())) {
      throw new UsageException(
          "--kinesis.region is " + region + ", and --kinesis.stream is in " + arn.region()
              + "; drop the region, or correct one of them");
    }
    access(arn);
    if (pollInterval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new UsageException("--kinesis.poll-interval must be 200ms or more");
    }
    if (pollRecords < 1 || pollRecords > ReadSettings.HIGHEST_LIMIT) {
      throw new UsageException("--kinesis.poll-records must be 1 to " + ReadSettings.HIGHEST_LIMIT);
    }
    if (discoveryInterval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new UsageException(
          "--kinesis.discovery-interval is " + Durations.format(discoveryInterval)
              + "; give 1s or more");
    }
  }

  /** Whether any of the options was set that mean nothing to another source. */
  public boolean isNamed() {
    return stream != null;
  }

  /** The stream in words. */
  public String inWords() {
    return StreamArn.parse(stream).inWords();
  }

  /** Looks at the stream as it is now. */
  public StreamCheck inspect() {
    StreamArn arn = StreamArn.parse(stream);
    try (KinesisStream checked = AwsStream.connect(arn, access(arn), AwsAccess.Retries.SDK)) {
      return StreamCheck.of(arn, checked);
    }
  }

  /**
   * The source.
   *
   * @param from where to begin without a savepoint; null for the oldest message that is still there
   * @throws UserException where the stream's ARN is none
   */
  public KinesisSource source(Instant from, LogOptions log, Duration maxFuture) {
    StreamArn arn = StreamArn.parse(stream);
    AwsAccess access = access(arn);
    return new KinesisSource(
        arn,
        () -> AwsStream.connect(arn, access, AwsAccess.Retries.NONE),
        from,
        new KinesisSource.Settings(
            new ReadSettings(pollInterval.toMillis(), pollRecords), discoveryInterval.toMillis()),
        log,
        maxFuture.toMillis());
  }

  private AwsAccess access(StreamArn arn) {
    return new AwsAccess(region == null ? arn.region() : region, endpoint, role);
  }
}
