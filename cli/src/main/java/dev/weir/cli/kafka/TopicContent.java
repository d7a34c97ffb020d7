package dev.weir.cli.kafka;

import dev.weir.job.config.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that a topic holds at one moment. */
public final class TopicContent {

  private static final Duration POLL = Duration.ofMillis(200);

  private TopicContent() {}

  /**
   * Hands on each message from the beginning to what is the end when this is called, those of a
   * partition in order.
   *
   * @throws dev.weir.flow.UserException if there is no such broker or topic
   */
  public static void read(
      String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> out) {
    List<TopicPartition> partitions;
    try (Topics topics = Topics.at(bootstrapServers)) {
      partitions =
          IntStream.range(0, topics.partitions(topic))
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(out);
      }
    }
  }
}
