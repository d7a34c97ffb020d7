package dev.weir.job.sink;

import dev.weir.feature.Feature;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.kafka.KafkaAccess;
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
   * @param features those that the model sees
   */
  public static Sinks of(DetectOptions options, List<Feature> features) {
    String scores = options.scoresTopic();
    return new Sinks(
        sink(options, KafkaJson.alerts(options.alertTopic(), options.incidents().format())),
        sink(options, KafkaJson.deadLetters(options.deadLetterTopic())),
        sink(options, KafkaJson.late(options.lateTopic())),
        scores == null ? null : sink(options, KafkaJson.scores(scores, features)));
  }

  private static <T> Sink<T> sink(DetectOptions options, KafkaJson<T> json) {
    KafkaAccess kafka = options.kafka();
    Properties producer = kafka.properties();
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(kafka.servers())
            .setRecordSerializer(json);
    if (options.delivery().isExactlyOnce()) {
      producer.setProperty(
          ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
          String.valueOf(options.delivery().transactionTimeout().toMillis()));
      sink.setTransactionalIdPrefix(options.transactionalId(json.topic()));
    }
    return sink.setDeliveryGuarantee(options.delivery().delivery().guarantee())
        .setKafkaProducerConfig(producer)
        .build();
  }
}
