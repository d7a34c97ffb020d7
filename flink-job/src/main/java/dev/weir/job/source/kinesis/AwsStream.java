package dev.weir.job.source.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.AwsIdentity;
import dev.weir.aws.AwsRefusal;
import dev.weir.aws.StreamArn;
import dev.weir.job.source.kinesis.StreamException.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * A stream as AWS has it. Every call names the stream by name and ARN: some services that speak
 * this protocol know one, some the other.
 */
final class AwsStream implements KinesisStream {

  private static final int CONNECTIONS = ShardReader.READS_AT_ONCE + 1;

  /** No stream forgets a shard sooner: one that is younger and lacks it is another stream. */
  private static final Duration SHORTEST_RETENTION = Duration.ofHours(24);

  private final StreamArn arn;
  private final AwsIdentity identity;
  private final KinesisClient client;

  private AwsStream(StreamArn arn, AwsIdentity identity, KinesisClient client) {
    this.arn = arn;
    this.identity = identity;
    this.client = client;
  }

  /** Connects; whether there is such a stream is noticed by the first call. */
  static AwsStream connect(StreamArn arn, AwsAccess access, AwsAccess.Retries retries) {
    AwsIdentity identity = access.identify();
    return new AwsStream(
        arn, identity, access.client(KinesisClient.builder(), identity, retries, CONNECTIONS));
  }

  @Override
  public Instant time() {
    return time(describe());
  }

  private DescribeStreamSummaryResponse describe() {
    return call(
        "kinesis:DescribeStreamSummary",
        () ->
            client.describeStreamSummary(
                request -> request.streamName(arn.name()).streamARN(arn.text())));
  }

  private static Instant time(DescribeStreamSummaryResponse answer) {
    return answer
        .sdkHttpResponse()
        .firstMatchingHeader("Date")
        .map(AwsStream::time)
        .orElseGet(Instant::now);
  }

  private static Instant time(String header) {
    try {
      return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return Instant.now();
    }
  }

  @Override
  public List<Shard> shards() {
    return list(request -> {});
  }

  @Override
  public List<Shard> shardsBehind(String id) {
    return list(request -> request.exclusiveStartShardId(id));
  }

  @Override
  public List<Shard> shardsFrom(Instant time) {
    return list(
        request ->
            request.shardFilter(
                filter -> filter.type(ShardFilterType.FROM_TIMESTAMP).timestamp(time)));
  }

  /** Page by page: a token stands for the whole request, and goes with nothing else. */
  private List<Shard> list(Consumer<ListShardsRequest.Builder> narrowed) {
    List<Shard> shards = new ArrayList<>();
    String token = null;
    do {
      String page = token;
      ListShardsResponse answer =
          call(
              "kinesis:ListShards",
              () ->
                  client.listShards(
                      request -> {
                        if (page == null) {
                          request.streamName(arn.name()).streamARN(arn.text());
                          narrowed.accept(request);
                        } else {
                          request.nextToken(page);
                        }
                      }));
      answer
          .shards()
          .forEach(
              shard -> shards.add(shard(shard.shardId(), parents(shard), shard.hashKeyRange())));
      token = answer.nextToken();
      if (token != null && token.equals(page)) {
        throw new StreamException(
            Kind.PASSING, arn.inWords() + " lists one page of its shards again and again", null);
      }
    } while (token != null);
    return shards;
  }

  private static List<String> parents(software.amazon.awssdk.services.kinesis.model.Shard shard) {
    return Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
        .filter(parent -> parent != null && !parent.isEmpty())
        .toList();
  }

  private static Shard shard(String id, List<String> parents, HashKeyRange keys) {
    return Shard.of(id, parents, keys.startingHashKey(), keys.endingHashKey());
  }

  @Override
  public String iterator(String shard, Position position) {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder()
            .streamName(arn.name())
            .streamARN(arn.text())
            .shardId(shard);
    if (position instanceof Position.AtTime at) {
      request
          .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
          .timestamp(Instant.ofEpochMilli(at.millis()));
    } else if (position instanceof Position.After after) {
      request
          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
          .startingSequenceNumber(after.sequence());
    } else if (position instanceof Position.Horizon) {
      request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    } else {
      throw new IllegalArgumentException(shard + " has ended");
    }
    return callOf(
        shard,
        "kinesis:GetShardIterator",
        () -> client.getShardIterator(request.build()).shardIterator());
  }

  @Override
  public Batch read(String shard, String iterator, int limit) {
    GetRecordsResponse answer =
        callOf(
            shard,
            "kinesis:GetRecords",
            () ->
                client.getRecords(
                    request -> request.streamARN(arn.text()).shardIterator(iterator).limit(limit)));
    Long behind = answer.millisBehindLatest();
    return new Batch(
        answer.records().stream().map(AwsStream::message).toList(),
        answer.nextShardIterator(),
        answer.childShards().stream()
            .map(child -> shard(child.shardId(), child.parentShards(), child.hashKeyRange()))
            .toList(),
        behind == null ? 0 : behind);
  }

  private static Message message(Record message) {
    return new Message(
        message.data().asByteArrayUnsafe(),
        message.sequenceNumber(),
        message.approximateArrivalTimestamp().toEpochMilli());
  }

  /** A call about one shard: what is not there may be the shard, or the whole stream. */
  private <T> T callOf(String shard, String permission, Supplier<T> call) {
    try {
      return call(permission, call);
    } catch (StreamException e) {
      if (e.getCause() instanceof ResourceNotFoundException) {
        throw lost(shard, e);
      }
      throw e;
    }
  }

  private StreamException lost(String shard, StreamException refusal) {
    // Says so itself where there is no stream.
    DescribeStreamSummaryResponse now = describe();
    Instant created = now.streamDescriptionSummary().streamCreationTimestamp();
    if (created != null && created.plus(SHORTEST_RETENTION).isAfter(time(now))) {
      return new StreamException(
          Kind.FATAL,
          arn.inWords()
              + " was created anew at "
              + created
              + ": what this job knows is of the one before it; start without a savepoint",
          refusal);
    }
    return new StreamException(
        Kind.SHARD_GONE,
        shard
            + " of "
            + arn.inWords()
            + " is no more: what was unread of it is lost, since the"
            + " stream did not keep it long enough",
        refusal);
  }

  private <T> T call(String permission, Supplier<T> call) {
    try {
      return call.get();
    } catch (ExpiredIteratorException e) {
      throw new StreamException(Kind.EXPIRED_ITERATOR, "an iterator has expired", e);
    } catch (ResourceNotFoundException e) {
      throw new StreamException(
          Kind.FATAL,
          arn.inWords() + " does not exist there; correct --kinesis.stream, or create it",
          e);
    } catch (ProvisionedThroughputExceededException e) {
      throw new StreamException(Kind.THROTTLED, arn.inWords() + " is read too often", e);
    } catch (ResourceInUseException e) {
      throw new StreamException(Kind.PASSING, arn.inWords() + " is being changed", e);
    } catch (SdkException e) {
      throw new StreamException(
          kind(AwsRefusal.of(e)), AwsRefusal.told(e, arn.inWords(), permission).getMessage(), e);
    }
  }

  private static Kind kind(AwsRefusal refusal) {
    if (refusal == AwsRefusal.THROTTLED) {
      return Kind.THROTTLED;
    }
    return refusal.passes() ? Kind.PASSING : Kind.FATAL;
  }

  @Override
  public void close() {
    client.close();
    identity.close();
  }
}
