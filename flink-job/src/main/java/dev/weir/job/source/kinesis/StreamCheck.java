package dev.weir.job.source.kinesis;

import dev.weir.aws.AwsAccess;
import dev.weir.aws.StreamArn;
import dev.weir.flow.UserException;
import java.time.Instant;
import java.util.List;

/**
 * What a first look at a stream has shown, before a job is started that would fail for the same
 * reasons where nobody looks.
 *
 * @param time the stream's own
 * @param shards that it has, those that have ended included
 */
public record StreamCheck(Instant time, int shards) {

  /**
   * Looks at a stream of AWS.
   *
   * @throws UserException where it is not there, or may not be read
   */
  public static StreamCheck of(StreamArn arn, AwsAccess access) {
    try (KinesisStream stream = AwsStream.connect(arn, access, AwsAccess.Retries.SDK)) {
      return of(arn, stream);
    }
  }

  /**
   * Does once each thing that the source will do.
   *
   * @throws UserException where one of them is not to be done, naming stream and permission
   */
  static StreamCheck of(StreamArn arn, KinesisStream stream) {
    Instant time = stream.time();
    List<Shard> shards = stream.shards();
    if (shards.isEmpty()) {
      throw new UserException(arn.inWords() + " has no shards; is it being created or deleted?");
    }
    String newest = shards.get(shards.size() - 1).id();
    stream.read(newest, stream.iterator(newest, Position.HORIZON), 1);
    return new StreamCheck(time, shards.size());
  }
}
