package dev.weir.cli.demo;

import dev.weir.aws.StreamArn;
import dev.weir.cli.MessageSender;
import dev.weir.cli.detect.LocalDetection;
import dev.weir.cli.kinesis.LocalKinesis;
import dev.weir.cli.kinesis.StreamContent;
import dev.weir.cli.kinesis.StreamSender;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Durations;
import dev.weir.flow.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A Kinesis data stream of an emulator, which holds the lines as a subscription of CloudWatch Logs
 * would put them there.
 */
final class StreamInput implements DemoInput {

  private static final String NAME = "weir-flows";

  /** As many as the topic has partitions. */
  private static final int SHARDS = 4;

  private final LocalKinesis kinesis;
  private final StreamArn arn;

  private StreamInput(LocalKinesis kinesis) {
    this.kinesis = kinesis;
    this.arn = kinesis.create(NAME, SHARDS);
  }

  /** Starts an emulator with a stream in it. */
  static StreamInput start() throws IOException {
    LocalKinesis kinesis = LocalKinesis.start();
    try {
      return new StreamInput(kinesis);
    } catch (RuntimeException e) {
      kinesis.close();
      throw e;
    }
  }

  /**
   * Refuses lines that no subscription could hold.
   *
   * @throws UsageException naming the option
   */
  static void check(LogFormat format) {
    if (format != LogFormat.JSON && format != LogFormat.VPC_FLOW_LOG) {
      throw new UsageException(
          "--source kinesis demos json and vpc-flow-log; leave it out for " + format);
    }
  }

  @Override
  public String inWords() {
    return "stream " + NAME + " at " + kinesis.access().endpoint();
  }

  @Override
  public List<String> arguments(LogOptions log) {
    List<String> arguments = new ArrayList<>(readAs(log).arguments());
    arguments.addAll(
        List.of(
            "--source=kinesis",
            "--kinesis.stream=" + arn,
            "--kinesis.endpoint=" + kinesis.access().endpoint(),
            "--kinesis.poll-interval=200ms",
            "--start-from=earliest",
            // A subscription is late by minutes, and this one is not.
            "--out-of-orderness=" + Durations.format(log.format().outOfOrderness()),
            "--idleness=" + Durations.format(log.format().idleness())));
    return arguments;
  }

  @Override
  public LogOptions readAs(LogOptions log) {
    return log.enveloped();
  }

  @Override
  public MessageSender sender() {
    return StreamSender.connect(arn, kinesis.access(), false);
  }

  /** Where the job has counted as many entries. */
  @Override
  public boolean isRead(LocalDetection detection, long sent) throws InterruptedException {
    return detection.entries() >= sent;
  }

  @Override
  public void read(Delivery out) {
    StreamContent.read(arn, kinesis.access(), out::accept);
  }

  @Override
  public void close() {
    kinesis.close();
  }
}
