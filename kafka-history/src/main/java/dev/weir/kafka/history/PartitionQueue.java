package dev.weir.kafka.history;

import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was read ahead of a partition, so that the partitions come out in step. */
final class PartitionQueue {

  /** Beyond this a partition waits for the others. */
  private static final long ENOUGH_BYTES = 1 << 20;

  private final long end;
  private final Queue<ConsumerRecord<byte[], byte[]>> ahead = new ArrayDeque<>();
  private long bytes;
  private long position;

  PartitionQueue(TopicSpan span) {
    this.end = span.end();
    this.position = span.begin();
  }

  /** Takes what was read, unless it came after the end that was fixed. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    if (record.offset() < end) {
      ahead.add(record);
      bytes += size(record);
    }
  }

  /**
   * Says how far the partition is read, which may be beyond messages that nobody shows.
   *
   * @return whether that is further than before
   */
  boolean readTo(long newPosition) {
    boolean further = newPosition > position;
    position = newPosition;
    return further;
  }

  /** Whether there is nothing more to read of it, though there may be to take. */
  boolean isRead() {
    return position >= end;
  }

  /** Whether it is known what comes next: a message, or none any more. */
  boolean isReady() {
    return !ahead.isEmpty() || isRead();
  }

  boolean hasEnough() {
    return isRead() || bytes > ENOUGH_BYTES;
  }

  /** The next message, still there; null where none is. */
  ConsumerRecord<byte[], byte[]> peek() {
    return ahead.peek();
  }

  ConsumerRecord<byte[], byte[]> take() {
    ConsumerRecord<byte[], byte[]> record = ahead.remove();
    bytes -= size(record);
    return record;
  }

  private static long size(ConsumerRecord<byte[], byte[]> record) {
    return Math.max(0, record.serializedValueSize());
  }
}
