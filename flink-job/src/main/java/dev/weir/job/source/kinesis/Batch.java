package dev.weir.job.source.kinesis;

import java.util.List;

/**
 * What one read of a shard gave.
 *
 * @param messages in the shard's order; may be none though more follow
 * @param next iterator to read on with; null where the shard has ended
 * @param children what came of the shard, where it has ended and the stream says so
 * @param millisBehind how far the reader is behind the shard's newest message
 */
record Batch(List<Message> messages, String next, List<Shard> children, long millisBehind) {

  /** Nothing, and nothing after it. */
  static final Batch LAST = new Batch(List.of(), null, List.of(), 0);

  Batch {
    messages = List.copyOf(messages);
    children = List.copyOf(children);
  }

  boolean isLast() {
    return next == null;
  }
}
