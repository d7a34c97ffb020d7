package dev.weir.bench.pipeline;

import dev.weir.cli.kafka.TopicContent;
import java.util.List;

/** The yardstick's yardstick: one consumer with Kafka's defaults that reads a topic once. */
final class PlainConsumer {

  private PlainConsumer() {}

  static Measurement measure(String servers, String topic) {
    long[] seen = {0, 0};
    Clocks[] first = {null};
    TopicContent.read(
        servers,
        topic,
        message -> {
          if (first[0] == null) {
            first[0] = Clocks.now();
          }
          seen[0]++;
          seen[1] += message.value().length;
        });
    Clocks end = Clocks.now();
    return new Measurement(
        seen[0],
        Math.max(1, end.millis() - first[0].millis()) / 1e3,
        end.cpuSecondsSince(first[0]),
        end.gcMillisSince(first[0]),
        0,
        0,
        List.of());
  }
}
