package dev.weir.cli.demo;

import dev.weir.job.kafka.Topics;
import java.util.List;
import java.util.Map;

/** The demo's topics; the broker stamps each message with the time at which it appends it. */
final class DemoTopics {

  static final String FLOWS = "weir.flows";
  static final String ALERTS = "weir.alerts";
  static final String SCORES = "weir.scores";
  static final String DEAD_LETTERS = "weir.dead-letters";
  static final String LATE = "weir.late";

  private static final int PARTITIONS = 4;

  private DemoTopics() {}

  static void create(String bootstrapServers) {
    try (Topics topics = Topics.at(bootstrapServers)) {
      for (String topic : List.of(FLOWS, ALERTS, SCORES, DEAD_LETTERS, LATE)) {
        topics.create(topic, PARTITIONS, Map.of("message.timestamp.type", "LogAppendTime"));
      }
    }
  }
}
