package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.cli.traffic.AttackLabel;
import dev.weir.job.kafka.KafkaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A window as a topic tells of it: scored, or alerted.
 *
 * @param end of the window
 * @param appended epoch milliseconds at which the broker took the message
 */
record Observed(String srcIp, Instant start, Instant end, double score, long appended) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Observed> of(String bootstrapServers, String topic) {
    List<Observed> all = new ArrayList<>();
    TopicContent.read(
        KafkaAccess.plain(bootstrapServers),
        topic,
        message -> all.add(parse(message.value(), message.timestamp())));
    return all;
  }

  private static Observed parse(byte[] value, long appended) {
    try {
      JsonNode json = JSON.readTree(value);
      return new Observed(
          json.get("src_ip").asText(),
          Instant.parse(json.get("window_start").asText()),
          Instant.parse(json.get("window_end").asText()),
          json.get("score").asDouble(),
          appended);
    } catch (IOException e) {
      throw new UncheckedIOException("a message of the job is no JSON", e);
    }
  }

  /** Whether this is the attacker at the time of the attack. */
  boolean matches(AttackLabel label) {
    return srcIp.equals(label.srcIp())
        && start.isBefore(label.end())
        && label.start().isBefore(end);
  }

  boolean matchesAny(List<AttackLabel> labels) {
    return labels.stream().anyMatch(this::matches);
  }
}
