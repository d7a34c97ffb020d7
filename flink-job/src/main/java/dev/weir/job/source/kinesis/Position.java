package dev.weir.job.source.kinesis;

import java.util.List;

/** How far a shard has been read. */
sealed interface Position {

  /** Nothing of it: to be read from the oldest message that is still there. */
  Horizon HORIZON = new Horizon();

  /** Before the oldest message that is still there. */
  record Horizon() implements Position {}

  /**
   * Before the first message that arrived at a time or later.
   *
   * @param millis since the epoch
   */
  record AtTime(long millis) implements Position {}

  /**
   * Behind a message.
   *
   * @param sequence its number
   */
  record After(String sequence) implements Position {}

  /**
   * To its end: it was split or merged.
   *
   * @param children what came of it, where the stream said so
   */
  record Ended(List<Shard> children) implements Position {
    public Ended {
      children = List.copyOf(children);
    }
  }
}
