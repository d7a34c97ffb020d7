package dev.weir.cli.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.aws.AwsRefusal;
import dev.weir.aws.StreamArn;
import dev.weir.cli.StopSignal;
import dev.weir.flow.UserException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/**
 * Puts records into a stream, one for each lane at a time: what the service turns away of them is
 * put again before anything that comes later, so that a lane keeps its order.
 */
final class RecordSender implements AutoCloseable {

  private static final BigInteger ALL_KEYS = BigInteger.ONE.shiftLeft(128);
  private static final int ATTEMPTS = 60;

  /** Records that a call takes. */
  private static final int MOST_LANES = 500;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final StreamArn arn;
  private final AwsIdentity identity;
  private final KinesisClient client;
  private final StopSignal never = new StopSignal();
  private final int lanes;

  private RecordSender(StreamArn arn, AwsIdentity identity, KinesisClient client) {
    this.arn = arn;
    this.identity = identity;
    this.client = client;
    this.lanes = Math.min(MOST_LANES, openShards());
  }

  /**
   * Connects.
   *
   * @throws UserException where there is no such stream, or it may not be written to
   */
  static RecordSender connect(StreamArn arn, AwsAccess access) {
    AwsIdentity identity = access.identify();
    KinesisClient client =
        access.client(KinesisClient.builder(), identity, AwsAccess.Retries.SDK, 2);
    try {
      return new RecordSender(arn, identity, client);
    } catch (ResourceNotFoundException e) {
      close(client, identity);
      throw new UserException(
          arn.inWords() + " does not exist there; correct --kinesis.stream, or create it", e);
    } catch (SdkException e) {
      close(client, identity);
      throw AwsRefusal.told(e, arn.inWords(), "kinesis:DescribeStreamSummary");
    }
  }

  private int openShards() {
    return client
        .describeStreamSummary(request -> request.streamName(arn.name()).streamARN(arn.text()))
        .streamDescriptionSummary()
        .openShardCount();
  }

  /**
   * As many as the stream has shards now, if one call has room for all of them: each shard has a
   * lane of its own where shards are of one size.
   */
  int lanes() {
    return lanes;
  }

  /**
   * Puts records.
   *
   * @param records one for each lane; null for none
   */
  void put(byte[][] records) {
    List<PutRecordsRequestEntry> left = new ArrayList<>();
    for (int lane = 0; lane < records.length; lane++) {
      if (records[lane] != null) {
        left.add(entry(lane, records[lane]));
      }
    }
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt > 0) {
        never.awaitNanos(PAUSE_NANOS);
      }
      left = put(left, attempt);
    }
  }

  private PutRecordsRequestEntry entry(int lane, byte[] record) {
    BigInteger middle =
        ALL_KEYS.multiply(BigInteger.valueOf(2L * lane + 1)).divide(BigInteger.valueOf(2L * lanes));
    return PutRecordsRequestEntry.builder()
        .partitionKey("lane-" + lane)
        .explicitHashKey(middle.toString())
        .data(SdkBytes.fromByteArrayUnsafe(record))
        .build();
  }

  /** What was turned away. */
  private List<PutRecordsRequestEntry> put(List<PutRecordsRequestEntry> entries, int attempt) {
    try {
      PutRecordsResponse answer =
          client.putRecords(
              request -> request.streamName(arn.name()).streamARN(arn.text()).records(entries));
      List<PutRecordsRequestEntry> left = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        if (answer.records().get(i).errorCode() != null) {
          left.add(entries.get(i));
        }
      }
      if (!left.isEmpty() && attempt == ATTEMPTS) {
        throw new UserException(
            arn.inWords()
                + " turns records away for half a minute; it needs more shards, or a"
                + " lower --speed");
      }
      return left;
    } catch (SdkException e) {
      throw AwsRefusal.told(e, arn.inWords(), "kinesis:PutRecords");
    }
  }

  @Override
  public void close() {
    close(client, identity);
  }

  private static void close(KinesisClient client, AwsIdentity identity) {
    client.close();
    identity.close();
  }
}
