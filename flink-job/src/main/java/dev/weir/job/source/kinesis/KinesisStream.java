package dev.weir.job.source.kinesis;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What the source asks of a stream. Calls block, are made once, and may come from several threads;
 * each throws {@link StreamException}, and nothing else, where it fails.
 */
interface KinesisStream extends AutoCloseable {

  /**
   * The stream's own time.
   *
   * @return about; the service tells whole seconds
   */
  Instant time();

  /** All shards that are still there, with those that have ended, by ascending id. */
  List<Shard> shards();

  /** The same, of those only whose ids are greater. */
  List<Shard> shardsBehind(String id);

  /** The same, of those only that took messages at that time or later. */
  List<Shard> shardsFrom(Instant time);

  /**
   * An iterator to read a shard with from a position before its end; good for five minutes.
   *
   * @return null where nothing is left to read
   */
  String iterator(String shard, Position position);

  /**
   * Reads on.
   *
   * @param iterator of that shard
   * @param limit messages at most
   */
  Batch read(String shard, String iterator, int limit);

  /** Lets go of connections; calls under way fail. */
  @Override
  void close();

  /** Makes a connection where it is needed: a connection itself does not travel. */
  @FunctionalInterface
  interface Connector extends Serializable {
    KinesisStream connect();
  }
}
