package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.job.kafka.KafkaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert as the topic has it.
 *
 * @param srcIp null where it is of a target or a model
 * @param target address that the flows went to; null where there is none
 * @param windowEnd of its worst window
 * @param closeReason null of what is no closing
 * @param early whether its window was still open
 * @param emittedAt when the job told it, epoch milliseconds
 * @param appended when the broker took it, epoch milliseconds
 */
record Told(
    String incident,
    String status,
    String kind,
    String finding,
    String srcIp,
    String target,
    Instant firstSeen,
    Instant lastSeen,
    Instant windowEnd,
    String closeReason,
    boolean early,
    long emittedAt,
    long appended) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Told> of(String bootstrapServers, String topic) {
    List<Told> all = new ArrayList<>();
    TopicContent.read(
        KafkaAccess.plain(bootstrapServers),
        topic,
        message -> all.add(parse(message.value(), message.timestamp())));
    return all;
  }

  static Told parse(byte[] value, long appended) {
    try {
      JsonNode json = JSON.readTree(value);
      return new Told(
          json.get("incident_id").asText(),
          json.get("status").asText(),
          json.get("kind").asText(),
          json.get("finding").asText(),
          json.get("src_ip").textValue(),
          json.at("/target/dst_ip").textValue(),
          Instant.parse(json.get("first_seen").asText()),
          Instant.parse(json.get("last_seen").asText()),
          Instant.parse(json.get("window_end").asText()),
          json.get("close_reason").textValue(),
          json.get("early").asBoolean(),
          Instant.parse(json.get("emitted_at").asText()).toEpochMilli(),
          appended);
    } catch (IOException e) {
      throw new UncheckedIOException("a message of the job is no JSON", e);
    }
  }

  boolean isOpen() {
    return status.equals("open");
  }

  boolean isOfModel() {
    return kind.equals("model");
  }
}
