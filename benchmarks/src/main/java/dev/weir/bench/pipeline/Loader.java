package dev.weir.bench.pipeline;

import dev.weir.flow.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills a topic as fast as the machine can: a producer for each partition. */
public final class Loader {

  private Loader() {}

  /**
   * Sends all of the traffic.
   *
   * @return the messages' mean size in bytes
   */
  public static double load(Broker broker, String topic, Traffic traffic, FlowText text)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(broker.partitions());
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int i = 0; i < broker.partitions(); i++) {
        int partition = i;
        parts.add(threads.submit(() -> send(broker, topic, traffic, text, partition)));
      }
      long bytes = 0;
      for (Future<Long> part : parts) {
        bytes += part.get();
      }
      return (double) bytes / traffic.records();
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Sends little traffic, and waits for it.
   *
   * @return when the broker acknowledged the last message, in epoch milliseconds
   */
  public static long loadAndTell(Broker broker, String topic, Traffic traffic, FlowText text)
      throws InterruptedException, ExecutionException {
    AtomicLong acknowledged = new AtomicLong();
    Text line = new Text();
    try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < broker.partitions(); i++) {
        Flows flows = traffic.partition(i, broker.partitions());
        while (flows.hasNext()) {
          sent.add(
              producer.send(
                  message(topic, i, flows.next(), text, line),
                  (at, e) -> acknowledged.accumulateAndGet(System.currentTimeMillis(), Math::max)));
        }
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }
    return acknowledged.get();
  }

  @SuppressWarnings(
      "FutureReturnValueIgnored") // What becomes of a message is told to the callback.
  private static long send(
      Broker broker, String topic, Traffic traffic, FlowText text, int partition) {
    Flows flows = traffic.partition(partition, broker.partitions());
    Text line = new Text();
    long bytes = 0;
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      while (flows.hasNext()) {
        ProducerRecord<byte[], byte[]> message =
            message(topic, partition, flows.next(), text, line);
        bytes += message.value().length;
        producer.send(message, (sent, e) -> failure.compareAndSet(null, e));
      }
    }
    if (failure.get() != null) {
      throw new UserException("the broker did not take every message", failure.get());
    }
    return bytes;
  }

  /** A message stamped with the flow's own time, whatever the clock of this machine says. */
  static ProducerRecord<byte[], byte[]> message(
      String topic, int partition, Flow flow, FlowText text, Text line) {
    text.write(flow, line.clear());
    return new ProducerRecord<>(topic, partition, flow.end, null, line.toBytes());
  }

  static KafkaProducer<byte[], byte[]> producer(Broker broker) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 << 10,
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            64L << 20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
