package dev.weir.job.config;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import dev.weir.flow.UsageException;
import picocli.CommandLine.Option;

/** The options that say which stream, and as whom it is called. */
public final class KinesisAddress {

  @Option(
      names = "--kinesis.stream",
      paramLabel = "ARN",
      description = "The Kinesis data stream: arn:aws:kinesis:REGION:ACCOUNT:stream/NAME.")
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
          "A role to assume for it. Default: none; credentials are those of the AWS SDK's own chain")
  private String role;

  /** For picocli. */
  public KinesisAddress() {}

  /** Whether a stream was named. */
  public boolean isNamed() {
    return stream != null;
  }

  /**
   * The stream that was named.
   *
   * @throws UsageException where that is no stream's ARN
   */
  public StreamArn arn() {
    return StreamArn.parse(stream);
  }

  /** Where and as whom the stream is called. */
  public AwsAccess access() {
    return new AwsAccess(region == null ? arn().region() : region, endpoint, role);
  }

  /**
   * Refuses what cannot be.
   *
   * @param needing the option that needs a stream
   * @throws UsageException naming the option
   */
  public void check(String needing) {
    if (stream == null) {
      throw new UsageException(needing + " needs --kinesis.stream, the stream's ARN");
    }
    if (region != null && endpoint == null && !region.equals(arn().region())) {
      throw new UsageException(
          "--kinesis.region is "
              + region
              + ", and --kinesis.stream is in "
              + arn().region()
              + "; drop the region, or correct one of them");
    }
    access();
  }
}
