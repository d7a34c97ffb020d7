package dev.weir.job.source.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import java.math.BigInteger;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A stream in the emulator. */
final class EmulatedStream implements StreamUnderTest {

  private final Emulator emulator;
  private final KinesisClient client;
  private final String name;

  private EmulatedStream(Emulator emulator, String name) {
    this.emulator = emulator;
    this.client = emulator.client();
    this.name = name;
  }

  static EmulatedStream create(Emulator emulator, String name, int shards) {
    EmulatedStream stream = new EmulatedStream(emulator, name);
    stream.client.createStream(request -> request.streamName(name).shardCount(shards));
    stream.awaitActive();
    return stream;
  }

  private void awaitActive() {
    emulator.await(
        () ->
            client
                    .describeStreamSummary(request -> request.streamName(name))
                    .streamDescriptionSummary()
                    .streamStatus()
                == StreamStatus.ACTIVE);
  }

  StreamArn arn() {
    return StreamArn.parse("arn:aws:kinesis:us-east-1:000000000000:stream/" + name);
  }

  @Override
  public KinesisStream.Connector open() {
    StreamArn arn = arn();
    AwsAccess access = emulator.access();
    return () -> AwsStream.connect(arn, access, AwsAccess.Retries.NONE);
  }

  /** While shards change, some emulators and the service itself take nothing for a moment. */
  @Override
  public void put(String key, byte[] data) {
    emulator.await(() -> taken(key, data));
  }

  private boolean taken(String key, byte[] data) {
    try {
      client.putRecord(
          request -> request.streamName(name).partitionKey(key).data(SdkBytes.fromByteArray(data)));
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public void pass(long millis) {
    long end = now() + millis;
    emulator.await(() -> now() >= end);
  }

  @Override
  public List<String> openShards() {
    return open(shards()).stream().map(Shard::shardId).toList();
  }

  private List<Shard> shards() {
    return client.listShards(request -> request.streamName(name)).shards();
  }

  private static List<Shard> open(List<Shard> shards) {
    return shards.stream()
        .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
        .toList();
  }

  @Override
  public void split(String id) {
    Shard shard =
        shards().stream().filter(one -> one.shardId().equals(id)).findFirst().orElseThrow();
    BigInteger middle =
        new BigInteger(shard.hashKeyRange().startingHashKey())
            .add(new BigInteger(shard.hashKeyRange().endingHashKey()))
            .shiftRight(1)
            .add(BigInteger.ONE);
    client.splitShard(
        request -> request.streamName(name).shardToSplit(id).newStartingHashKey(middle.toString()));
    awaitActive();
  }

  @Override
  public void merge(String one, String other) {
    client.mergeShards(
        request -> request.streamName(name).shardToMerge(one).adjacentShardToMerge(other));
    awaitActive();
  }

  /** Changes the number of open shards. */
  void resize(int shards) {
    client.updateShardCount(
        request ->
            request
                .streamName(name)
                .targetShardCount(shards)
                .scalingType(ScalingType.UNIFORM_SCALING));
    awaitActive();
  }

  void delete() {
    client.deleteStream(request -> request.streamName(name));
  }
}
