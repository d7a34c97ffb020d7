package dev.weir.cli.kafka;

import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of a topic, on its own: no group, no offsets kept. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /**
   * Stands at the topic's beginning.
   *
   * @throws dev.weir.flow.UserException if there is no such broker or topic
   */
  static TopicReader open(KafkaAccess access, String topic) {
    List<TopicPartition> partitions;
    try (Topics topics = Topics.at(access)) {
      partitions =
          IntStream.range(0, topics.partitions(topic))
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
    }
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            access.configuration(
                Map.of(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new TopicReader(consumer, partitions);
  }

  /** Goes to the topic's end: what is appended after this returns is seen. */
  void toEnd() {
    consumer.seekToEnd(partitions);
    // Seeking is lazy: asking for the position makes it happen now.
    partitions.forEach(consumer::position);
  }

  /** Where each partition ends now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** Whether this has read up to those ends. */
  boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** The next messages, after a while none; those of a partition in order. */
  ConsumerRecords<byte[], byte[]> next() {
    return consumer.poll(POLL);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
