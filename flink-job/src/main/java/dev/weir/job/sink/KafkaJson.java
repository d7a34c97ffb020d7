package dev.weir.job.sink;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertFormat;
import dev.weir.feature.Feature;
import dev.weir.feature.Late;
import dev.weir.feature.LateJson;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.TargetView;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterJson;
import dev.weir.model.ScoredWindow;
import dev.weir.model.ScoredWindowJson;
import dev.weir.vector.VectorJson;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes values to a topic as JSON. A named class, since the connector can't tell the type that a
 * lambda takes. Messages carry the time at which they are sent, not event time.
 *
 * @param topic where they go
 * @param keyed what they are keyed by
 * @param json their bytes
 * @param headers of every message
 */
record KafkaJson<T>(String topic, ToBytes<T> keyed, ToBytes<T> json, Map<String, String> headers)
    implements KafkaRecordSerializationSchema<T> {

  private static final long serialVersionUID = 1L;

  /** Makes bytes of a value; null for none. */
  interface ToBytes<T> extends Serializable {
    byte[] of(T value);
  }

  static KafkaJson<Alert> alerts(String topic, AlertFormat format) {
    return new KafkaJson<>(
        topic,
        alert -> alert.incident().key().name().getBytes(StandardCharsets.UTF_8),
        format::toBytes,
        Map.of("schema", format.schema(), "schema_version", format.version()));
  }

  static KafkaJson<ScoredWindow> scores(String topic, List<Feature> features) {
    return new KafkaJson<>(
        topic,
        window -> key(window.vector().source()),
        window -> ScoredWindowJson.toBytes(window, features),
        Map.of());
  }

  static KafkaJson<SourceView> vectors(String topic, VectorJson json) {
    return new KafkaJson<>(
        topic, view -> key(view.vector().source()), view -> json.toBytes(view.vector()), Map.of());
  }

  static KafkaJson<TargetView> targetVectors(String topic, VectorJson json) {
    return new KafkaJson<>(
        topic,
        view -> view.target().address().getBytes(StandardCharsets.UTF_8),
        json::toBytes,
        Map.of());
  }

  static KafkaJson<DeadLetter> deadLetters(String topic) {
    return new KafkaJson<>(topic, letter -> null, DeadLetterJson::toBytes, Map.of());
  }

  static KafkaJson<Late> late(String topic) {
    return new KafkaJson<>(topic, late -> key(late.source()), LateJson::toBytes, Map.of());
  }

  private static byte[] key(SourceKey source) {
    return source.address().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T value, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(topic, keyed.of(value), json.of(value));
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return message;
  }
}
