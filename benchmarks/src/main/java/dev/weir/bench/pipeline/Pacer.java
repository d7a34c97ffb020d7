package dev.weir.bench.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Sends traffic at a steady pace, one message to each partition in turn. */
final class Pacer {

  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private Pacer() {}

  /**
   * Sends all of it.
   *
   * @param rate messages per second
   * @return the rate that was reached
   */
  @SuppressWarnings("FutureReturnValueIgnored") // A message that is lost is missed by who counts.
  static double send(
      Broker broker, String topic, Traffic traffic, FlowText text, double rate, Closings closings) {
    List<Flows> partitions = new ArrayList<>();
    for (int i = 0; i < broker.partitions(); i++) {
      partitions.add(traffic.partition(i, broker.partitions()));
    }
    Text line = new Text();
    long start = System.nanoTime();
    try (KafkaProducer<byte[], byte[]> producer = Loader.producer(broker)) {
      for (long sent = 0; sent < traffic.records(); sent++) {
        while ((System.nanoTime() - start) * rate / 1e9 < sent) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        int partition = (int) (sent % broker.partitions());
        Flow flow = partitions.get(partition).next();
        closings.sending(partition, flow.eventTime());
        producer.send(Loader.message(topic, partition, flow, text, line));
      }
    }
    return traffic.records() * 1e9 / (System.nanoTime() - start);
  }
}
