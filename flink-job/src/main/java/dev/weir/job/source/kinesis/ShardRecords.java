package dev.weir.job.source.kinesis;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;

/** The messages of one read, and whether the shard ended with them. */
final class ShardRecords implements RecordsWithSplitIds<Message> {

  private final Iterator<Message> messages;
  private final Set<String> finished;
  private String next;

  private ShardRecords(String shard, List<Message> messages, Set<String> finished) {
    this.next = shard;
    this.messages = messages.iterator();
    this.finished = finished;
  }

  /** None of no shard. */
  static ShardRecords none() {
    return new ShardRecords(null, List.of(), Set.of());
  }

  static ShardRecords of(String shard, List<Message> messages, boolean last) {
    return new ShardRecords(shard, messages, last ? Set.of(shard) : Set.of());
  }

  @Override
  public String nextSplit() {
    String shard = next;
    next = null;
    return shard;
  }

  @Override
  public Message nextRecordFromSplit() {
    return messages.hasNext() ? messages.next() : null;
  }

  @Override
  public Set<String> finishedSplits() {
    return finished;
  }
}
