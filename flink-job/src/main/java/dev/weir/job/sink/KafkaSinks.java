package dev.weir.job.sink;

import dev.weir.feature.Feature;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.model.Model;
import dev.weir.vector.Measurement;
import dev.weir.vector.VectorJson;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Sinks to Kafka topics. At least once, a repeated alert has the same id; exactly once, what was
 * written since the last checkpoint shows with the next one, to readers of committed messages.
 */
public final class KafkaSinks {

  private KafkaSinks() {}

  /**
   * Sinks as the options say.
   *
   * @param model whose features scored windows show, and how it measures
   */
  public static Sinks of(DetectOptions options, Model model) {
    String scores = options.scoresTopic();
    List<Feature> features = model.transform().features();
    return new Sinks(
        sink(options, KafkaJson.alerts(options.alertTopic(), options.incidents().format())),
        sink(options, KafkaJson.deadLetters(options.deadLetterTopic())),
        sink(options, KafkaJson.late(options.lateTopic())),
        scores == null ? null : sink(options, KafkaJson.scores(scores, features)),
        options.vectorsTopic() == null ? null : vectors(options, model));
  }

  private static VectorSinks vectors(DetectOptions options, Model model) {
    String topic = options.vectorsTopic();
    VectorJson json =
        new VectorJson(
            new Measurement(model.window(), model.settings(), options.log().network().settings()));
    return new VectorSinks(
        sink(options, KafkaJson.vectors(topic, json)),
        sink(options, KafkaJson.targetVectors(topic, json), "targets"));
  }

  private static <T> Sink<T> sink(DetectOptions options, KafkaJson<T> json) {
    return sink(options, json, "");
  }

  /** Two sinks to one topic must not share transactions. */
  private static <T> Sink<T> sink(DetectOptions options, KafkaJson<T> json, String suffix) {
    KafkaAccess kafka = options.kafka();
    Properties producer = kafka.properties();
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder().setBootstrapServers(kafka.servers()).setRecordSerializer(json);
    if (options.delivery().isExactlyOnce()) {
      producer.setProperty(
          ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
          String.valueOf(options.delivery().transactionTimeout().toMillis()));
      sink.setTransactionalIdPrefix(options.transactionalId(json.topic() + suffix));
    }
    return sink.setDeliveryGuarantee(options.delivery().delivery().guarantee())
        .setKafkaProducerConfig(producer)
        .build();
  }
}
