package dev.weir.job.source.kinesis;

import java.util.List;

/**
 * A shard on its reader's list. Touched by the thread that polls, but for {@link #read}, which runs
 * in another while the shard is off the list.
 */
final class ShardPoll {

  private final String shard;
  private Position position;
  private String iterator;
  private long startedAt;
  private long due;
  private int failures;
  private boolean underWay;
  private boolean paused;

  ShardPoll(ShardSplit split, long now) {
    shard = split.splitId();
    position = split.position();
    due = now;
  }

  String shard() {
    return shard;
  }

  /** When it may be read next. */
  long due() {
    return due;
  }

  /** Whether it is to be on the list. */
  boolean isReady() {
    return !underWay && !paused;
  }

  void pause(boolean wanted) {
    paused = wanted;
  }

  /** Takes note that a read begins. */
  void begin(long now) {
    underWay = true;
    startedAt = now;
  }

  /**
   * Reads on from where the last read ended. Where there is no iterator nothing is left to read.
   */
  Batch read(KinesisStream stream, int limit) {
    if (iterator == null) {
      iterator = stream.iterator(shard, position);
    }
    return iterator == null ? Batch.LAST : stream.read(shard, iterator, limit);
  }

  /** Takes note of what a read gave. */
  void succeeded(Batch batch, ReadSettings settings) {
    underWay = false;
    failures = 0;
    iterator = batch.next();
    due = startedAt + settings.pause(batch);
    List<Message> messages = batch.messages();
    if (!messages.isEmpty()) {
      position = new Position.After(messages.get(messages.size() - 1).sequence());
    }
  }

  /** Takes note that a read failed and is to be made again, later each time. */
  void failed(long now, Backoff backoff) {
    underWay = false;
    failures++;
    due = now + backoff.millis(failures);
  }

  /** Takes note that the iterator is too old: another is taken, at once but for the second time. */
  void expired(long now, Backoff backoff) {
    boolean again = failures > 0;
    failed(now, backoff);
    iterator = null;
    due = again ? due : now;
  }
}
