package dev.weir.kafka.history;

import dev.weir.file.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets of a partition are read, fixed before the first of them is.
 *
 * @param begin the first
 * @param end the first that is not
 */
record TopicSpan(long begin, long end) {

  /** Behind the first message of a later time so much is looked at: senders' clocks differ. */
  private static final Duration STRAGGLERS = Duration.ofHours(1);

  /** Those of every partition, by the broker's index of times. */
  static Map<TopicPartition, TopicSpan> of(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions, TimeRange times) {
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    if (times.to() != null) {
      since(consumer, partitions, times.to().plus(STRAGGLERS))
          .forEach((partition, offset) -> ends.merge(partition, offset, Math::min));
    }
    Map<TopicPartition, Long> begins =
        times.from() == null
            ? consumer.beginningOffsets(partitions)
            : since(consumer, partitions, times.from());
    return partitions.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                partition -> {
                  long end = ends.get(partition);
                  return new TopicSpan(Math.min(end, begins.getOrDefault(partition, end)), end);
                }));
  }

  /** Where the first message of a time or later is; nothing of partitions that have none. */
  private static Map<TopicPartition, Long> since(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
    Map<TopicPartition, Long> found = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> first :
        consumer.offsetsForTimes(wanted).entrySet()) {
      if (first.getValue() != null) {
        found.put(first.getKey(), first.getValue().offset());
      }
    }
    return found;
  }

  /** Offsets that there are at most: some may hold no message. */
  long size() {
    return end - begin;
  }
}
