package dev.weir.job.source.kinesis;

import java.io.Serializable;

/**
 * How often a shard is read, and how much of it at once.
 *
 * @param interval milliseconds between two reads of a shard whose reader has caught up
 * @param limit messages of one read at most
 * @param discovery milliseconds from one listing of shards to the next
 */
public record ReadSettings(long interval, int limit, long discovery) implements Serializable {

  /** Five reads a second are all that a shard allows, to all its readers together. */
  public static final long SHORTEST_INTERVAL = 200;

  /** A read gives no more, whatever is asked for. */
  public static final int HIGHEST_LIMIT = 10_000;

  private static final long serialVersionUID = 1L;

  /** Milliseconds from the beginning of a read to the next of the same shard. */
  long pause(Batch batch) {
    return batch.millisBehind() > 0 ? Math.min(SHORTEST_INTERVAL, interval) : interval;
  }
}
