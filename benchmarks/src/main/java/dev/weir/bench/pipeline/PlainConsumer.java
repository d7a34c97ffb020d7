package dev.weir.bench.pipeline;

import dev.weir.cli.kafka.TopicContent;
import dev.weir.job.kafka.KafkaAccess;
import java.util.List;

/** The yardstick's yardstick: one consumer with Kafka's defaults that reads a topic once. */
final class PlainConsumer {

  private PlainConsumer() {}

  static Measurement measure(Broker broker, String topic) {
    long[] seen = {0};
    Clocks[] first = {null};
    double[] brokerBefore = {0};
    TopicContent.read(
        KafkaAccess.plain(broker.bootstrapServers()),
        topic,
        message -> {
          if (first[0] == null) {
            first[0] = Clocks.now();
            brokerBefore[0] = broker.cpuSeconds();
          }
          seen[0]++;
        });
    Clocks end = Clocks.now();
    return new Measurement(
        seen[0],
        Math.max(1, end.millis() - first[0].millis()) / 1e3,
        end.cpuSecondsSince(first[0]),
        broker.cpuSeconds() - brokerBefore[0],
        end.gcMillisSince(first[0]),
        0,
        0,
        List.of());
  }
}
