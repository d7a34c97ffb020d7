package dev.weir.cli.kafka;

import dev.weir.cli.StopSignal;
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

/** Follows all partitions of a topic, on its own: no group, no offsets kept. */
public final class TopicTail implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private TopicTail(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Stands at the topic's beginning or at its end: what is appended after this returns is seen.
   *
   * @throws dev.weir.flow.UserException if there is no such broker or topic
   */
  public static TopicTail open(String bootstrapServers, String topic, boolean fromBeginning) {
    List<TopicPartition> partitions;
    try (Topics topics = Topics.at(bootstrapServers)) {
      partitions =
          IntStream.range(0, topics.partitions(topic))
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
    }
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
      // Seeking is lazy: asking for the position makes it happen now.
      partitions.forEach(consumer::position);
    }
    return new TopicTail(consumer);
  }

  /** Hands on each message's bytes, until told to stop. */
  public void follow(Consumer<byte[]> out, StopSignal stop) {
    while (!stop.isRequested()) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        if (message.value() != null) {
          out.accept(message.value());
        }
        if (stop.isRequested()) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
