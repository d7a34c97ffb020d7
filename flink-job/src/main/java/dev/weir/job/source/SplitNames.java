package dev.weir.job.source;

import java.util.Arrays;

/** The names of a topic's partitions, each made once: they are wanted for every message. */
final class SplitNames {

  private String topic;
  private String[] names = {};

  String of(String itsTopic, int partition) {
    if (!itsTopic.equals(topic)) {
      topic = itsTopic;
      names = new String[partition + 1];
    } else if (partition >= names.length) {
      names = Arrays.copyOf(names, Math.max(partition + 1, 2 * names.length));
    }
    if (names[partition] == null) {
      names[partition] = topic + '-' + partition;
    }
    return names[partition];
  }
}
