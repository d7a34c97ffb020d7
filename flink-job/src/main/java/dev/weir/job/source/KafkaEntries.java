package dev.weir.job.source;

import dev.weir.decode.LogOptions;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.types.WireType;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Decodes Kafka messages where they are read. A message without a value is an empty entry. */
public final class KafkaEntries implements KafkaRecordDeserializationSchema<Entry> {

  private static final long serialVersionUID = 1L;
  private static final byte[] NO_VALUE = {};

  private final LogOptions options;
  private final long maxFutureMillis;
  private transient MessageDecoding decoding;
  private transient SplitNames splits;

  /** What the decoding asks for, made once and not for every message. */
  private transient Supplier<String> origin;

  private transient Consumer<Entry> out;
  private transient ConsumerRecord<byte[], byte[]> current;
  private transient Collector<Entry> collector;

  /**
   * Decodes as the options say.
   *
   * @param maxFutureMillis how far an event time may lie beyond the message's own
   */
  public KafkaEntries(LogOptions options, long maxFutureMillis) {
    this.options = options;
    this.maxFutureMillis = maxFutureMillis;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    decoding = new MessageDecoding(options, maxFutureMillis, context.getMetricGroup());
    splits = new SplitNames();
    origin = () -> split() + '-' + current.offset();
    out = entry -> collector.collect(entry);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Entry> entries) {
    current = message;
    collector = entries;
    byte[] value = message.value() == null ? NO_VALUE : message.value();
    long received =
        message.timestampType() == TimestampType.NO_TIMESTAMP_TYPE
            ? FlowRecord.ABSENT
            : message.timestamp();
    decoding.decode(value, received, split(), origin, out);
  }

  private String split() {
    return splits.of(current.topic(), current.partition());
  }

  @Override
  public TypeInformation<Entry> getProducedType() {
    return WireType.ENTRY.info();
  }
}
