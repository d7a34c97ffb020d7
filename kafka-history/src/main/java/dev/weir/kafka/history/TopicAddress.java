package dev.weir.kafka.history;

import dev.weir.flow.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a topic is.
 *
 * @param servers as Kafka's clients take them, several with commas
 */
record TopicAddress(String servers, String topic) {

  private static final String SERVER = "(?:[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+\\]):\\d{1,5}";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "kafka://(" + SERVER + "(?:," + SERVER + ")*)/(?!\\.{1,2}$)([A-Za-z0-9._-]{1,249})");

  /**
   * Takes an address apart.
   *
   * @throws UsageException where it is none
   */
  static TopicAddress parse(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new UsageException(
          "'"
              + address
              + "' names no topic; write kafka://HOST:PORT/TOPIC, several brokers with commas");
    }
    return new TopicAddress(parts.group(1), parts.group(2));
  }
}
