package dev.weir.cli.kafka;

import dev.weir.job.kafka.KafkaAccess;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Everything that a topic holds at one moment. */
public final class TopicContent {

  private TopicContent() {}

  /**
   * Hands on each message from the beginning to what is the end when this is called, those of a
   * partition in order.
   *
   * @throws dev.weir.flow.UserException if there is no such broker or topic
   */
  public static void read(
      KafkaAccess access, String topic, Consumer<ConsumerRecord<byte[], byte[]>> out) {
    try (TopicReader reader = TopicReader.open(access, topic)) {
      Map<TopicPartition, Long> ends = reader.ends();
      while (!reader.isAt(ends)) {
        reader.next().forEach(out);
      }
    }
  }
}
