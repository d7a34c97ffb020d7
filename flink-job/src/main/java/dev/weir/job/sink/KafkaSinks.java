package dev.weir.job.sink;

import dev.weir.feature.Feature;
import dev.weir.job.config.DetectOptions;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Sinks to Kafka topics, at least once: a repeated alert has the same id. */
public final class KafkaSinks {

  private KafkaSinks() {}

  /**
   * Sinks as the options say.
   *
   * @param features those that the model sees
   */
  public static Sinks of(DetectOptions options, List<Feature> features) {
    String scores = options.scoresTopic();
    return new Sinks(
        sink(options, KafkaJson.alerts(options.alertTopic(), features)),
        sink(options, KafkaJson.deadLetters(options.deadLetterTopic())),
        sink(options, KafkaJson.late(options.lateTopic())),
        scores == null ? null : sink(options, KafkaJson.scores(scores, features)));
  }

  private static <T> Sink<T> sink(DetectOptions options, KafkaJson<T> json) {
    Properties producer = new Properties();
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return KafkaSink.<T>builder()
        .setBootstrapServers(options.bootstrapServers())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(json)
        .build();
  }
}
