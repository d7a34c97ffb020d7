package dev.weir.cli.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.aws.StreamArn;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Everything that a stream of few shards holds at one moment. */
public final class StreamContent {

  private StreamContent() {}

  /** Takes records, those of a shard in order. */
  @FunctionalInterface
  public interface Consumer {
    /**
     * Called for each record.
     *
     * @param shard counted from 0
     * @param appended when the stream took it, epoch milliseconds
     */
    void accept(int shard, long appended, byte[] record);
  }

  /** Hands on each record from the beginning. */
  public static void read(StreamArn arn, AwsAccess access, Consumer out) {
    try (AwsIdentity identity = access.identify();
        KinesisClient client =
            access.client(KinesisClient.builder(), identity, AwsAccess.Retries.SDK, 1)) {
      List<Shard> shards = client.listShards(request -> request.streamName(arn.name())).shards();
      for (int shard = 0; shard < shards.size(); shard++) {
        read(client, arn, shards.get(shard).shardId(), shard, out);
      }
    }
  }

  private static void read(
      KinesisClient client, StreamArn arn, String id, int shard, Consumer out) {
    String iterator =
        client
            .getShardIterator(
                request ->
                    request
                        .streamName(arn.name())
                        .shardId(id)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    GetRecordsResponse answer = null;
    while (iterator != null && !isAtEnd(answer)) {
      String next = iterator;
      answer = client.getRecords(request -> request.shardIterator(next));
      for (Record record : answer.records()) {
        out.accept(
            shard,
            record.approximateArrivalTimestamp().toEpochMilli(),
            record.data().asByteArrayUnsafe());
      }
      iterator = answer.nextShardIterator();
    }
  }

  private static boolean isAtEnd(GetRecordsResponse answer) {
    return answer != null && answer.records().isEmpty() && answer.millisBehindLatest() == 0;
  }
}
