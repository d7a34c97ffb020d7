package dev.weir.bench.pipeline;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What Flink does without Weir: the yardsticks. Consumers and producers are set as the job's. */
final class PlainFlink {

  private PlainFlink() {}

  /** Kafka to nothing. */
  static void discard(StreamExecutionEnvironment env, String servers, String from) {
    source(env, servers, from).sinkTo(new DiscardingSink<>());
  }

  /** Kafka to Kafka, nothing parsed. */
  static void identity(StreamExecutionEnvironment env, String servers, String from, String to) {
    Properties producer = new Properties();
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    source(env, servers, from)
        .sinkTo(
            KafkaSink.<byte[]>builder()
                .setBootstrapServers(servers)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setKafkaProducerConfig(producer)
                .setRecordSerializer(
                    KafkaRecordSerializationSchema.<byte[]>builder()
                        .setTopic(to)
                        .setValueSerializationSchema(new Bytes())
                        .build())
                .build());
  }

  private static DataStream<byte[]> source(
      StreamExecutionEnvironment env, String servers, String from) {
    return env.fromSource(
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(servers)
            .setTopics(from)
            .setGroupId("weir-bench")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setValueOnlyDeserializer(new Bytes())
            .build(),
        WatermarkStrategy.noWatermarks(),
        "bytes");
  }
}
