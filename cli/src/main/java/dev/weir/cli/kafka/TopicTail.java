package dev.weir.cli.kafka;

import dev.weir.cli.StopSignal;
import dev.weir.job.kafka.KafkaAccess;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows a topic for as long as wanted. */
public final class TopicTail implements AutoCloseable {

  private final TopicReader reader;

  private TopicTail(TopicReader reader) {
    this.reader = reader;
  }

  /**
   * Stands at the topic's beginning or at its end: what is appended after this returns is seen.
   *
   * @throws dev.weir.flow.UserException if there is no such broker or topic
   */
  public static TopicTail open(KafkaAccess access, String topic, boolean fromBeginning) {
    TopicReader reader = TopicReader.open(access, topic);
    if (!fromBeginning) {
      reader.toEnd();
    }
    return new TopicTail(reader);
  }

  /** Hands on each message's bytes, until told to stop. */
  public void follow(Consumer<byte[]> out, StopSignal stop) {
    while (!stop.isRequested()) {
      for (ConsumerRecord<byte[], byte[]> message : reader.next()) {
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
    reader.close();
  }
}
