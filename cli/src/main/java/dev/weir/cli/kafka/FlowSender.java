package dev.weir.cli.kafka;

import dev.weir.cli.MessageSender;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to a topic. */
public final class FlowSender implements MessageSender {

  private static final int PATIENCE_MS = 30_000;

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final AtomicReference<Exception> refusal = new AtomicReference<>();
  private final AtomicLong tooLarge = new AtomicLong();
  private long sent;

  /** Connects; the topic has to exist. */
  public FlowSender(KafkaAccess access, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            access.configuration(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4",
                    ProducerConfig.LINGER_MS_CONFIG,
                    5,
                    // Whether a message is too large is for the topic to say.
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    LocalBroker.MAX_MESSAGE,
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    128 * 1024,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    PATIENCE_MS,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    PATIENCE_MS / 3,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    PATIENCE_MS)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // The callback learns the same.
  public void send(byte[] key, byte[] value) {
    throwRefusal();
    try {
      producer.send(new ProducerRecord<>(topic, key, value), (metadata, e) -> note(e));
    } catch (KafkaException e) {
      refusal.compareAndSet(null, e);
      throwRefusal();
    }
    sent++;
  }

  @Override
  public void flush() {
    producer.flush();
    throwRefusal();
  }

  @Override
  public long sent() {
    return sent - tooLarge.get();
  }

  @Override
  public long tooLarge() {
    return tooLarge.get();
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(PATIENCE_MS));
  }

  private void note(Exception e) {
    if (e instanceof RecordTooLargeException) {
      tooLarge.incrementAndGet();
    } else if (e != null) {
      refusal.compareAndSet(null, e);
    }
  }

  private void throwRefusal() {
    Exception e = refusal.get();
    if (e != null) {
      throw new UserException(
          "topic '" + topic + "' did not take a message (" + e.getMessage() + ")", e);
    }
  }
}
