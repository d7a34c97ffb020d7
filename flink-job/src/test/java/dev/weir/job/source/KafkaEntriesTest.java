package dev.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.job.types.WireType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class KafkaEntriesTest {

  private static final String FLOW =
      "{\"src_ip\":\"10.0.0.1\",\"time\":\"2026-03-02T10:00:00Z\",\"bytes_in\":7}";
  private static final long TEN = 1_772_445_600_000L;

  @Test
  void decodesAFlow() throws Exception {
    Entry entry = only(LogFormat.JSON, FLOW, TEN, TimestampType.LOG_APPEND_TIME);

    assertThat(entry).isInstanceOf(FlowRecord.class);
    assertThat(((FlowRecord) entry).eventTime()).isEqualTo(TEN);
  }

  @Test
  void takesAMessageWithoutValueForAnEmptyEntry() throws Exception {
    assertThat(only(LogFormat.JSON, null, TEN, TimestampType.CREATE_TIME))
        .isEqualTo(Ignored.EMPTY_LINE);
  }

  @Test
  void keepsGarbageWithItsOriginAndTime() throws Exception {
    DeadLetter letter =
        (DeadLetter) only(LogFormat.JSON, "\0garbage", TEN, TimestampType.CREATE_TIME);

    assertThat(letter.reason()).isEqualTo(DeadLetterReason.MALFORMED);
    assertThat(letter.origin()).isEqualTo("flows-3-42");
    assertThat(letter.receivedTime()).isEqualTo(TEN);
    assertThat(letter.payload()).asString(StandardCharsets.UTF_8).isEqualTo("\0garbage");
  }

  @Test
  void countsACsvHeaderInTheTopicAsIgnored() throws Exception {
    assertThat(only(LogFormat.CSV, LogOptions.DEFAULT_CSV_HEADER, TEN, TimestampType.CREATE_TIME))
        .isEqualTo(Ignored.HEADER);
  }

  @Test
  void turnsAwayFlowsFromBeyondTheBrokersTime() throws Exception {
    DeadLetter letter =
        (DeadLetter) only(LogFormat.JSON, FLOW, TEN - 300_001, TimestampType.LOG_APPEND_TIME);

    assertThat(letter.reason()).isEqualTo(DeadLetterReason.FUTURE_TIME);
  }

  @Test
  void believesAFlowWhereMessagesCarryNoTime() throws Exception {
    assertThat(only(LogFormat.JSON, FLOW, -1, TimestampType.NO_TIMESTAMP_TYPE))
        .isInstanceOf(FlowRecord.class);
  }

  @Test
  void decodesOneMessageAfterAnother() throws Exception {
    KafkaEntries entries = opened(LogFormat.JSON);
    List<Entry> out = new ArrayList<>();

    entries.deserialize(message("{", TEN, TimestampType.CREATE_TIME), new ListCollector<>(out));
    entries.deserialize(message(FLOW, TEN, TimestampType.CREATE_TIME), new ListCollector<>(out));

    assertThat(out).hasSize(2);
    assertThat(out.get(0)).isInstanceOf(DeadLetter.class);
    assertThat(out.get(1)).isInstanceOf(FlowRecord.class);
    assertThat(entries.getProducedType()).isEqualTo(WireType.ENTRY.info());
  }

  @Test
  void namesTheEventOfAnEnvelopeInOriginsAndLetsRepeatsBeKnown() throws Exception {
    String flow = FLOW.replace("\"", "\\\"");
    String envelope =
        ("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"id\":\"a\",\"message\":\"%s\"},"
                + "{\"id\":\"b\",\"message\":\"oops\"},{\"message\":\"%s\"}]}")
            .formatted(flow, flow);
    KafkaEntries entries =
        InstantiationUtil.clone(new KafkaEntries(cloudWatch("--cloudwatch.inner=json"), 300_000));
    entries.open(new TaskContext());
    List<Entry> out = new ArrayList<>();
    entries.deserialize(
        message(envelope, TEN, TimestampType.CREATE_TIME), new ListCollector<>(out));

    assertThat(out).hasSize(3);
    assertThat(out.get(0))
        .isInstanceOfSatisfying(
            DeliveredFlow.class, delivered -> assertThat(delivered.split()).isEqualTo("flows-3"));
    assertThat(((DeadLetter) out.get(1)).origin()).isEqualTo("flows-3-42#b");
    assertThat(out.get(2)).isInstanceOf(FlowRecord.class);
  }

  private static LogOptions cloudWatch(String option) {
    Holder holder = new Holder();
    new CommandLine(holder)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs("--format=cloudwatch", option);
    return holder.options;
  }

  @Command
  private static final class Holder {
    @Mixin private LogOptions options;
  }

  private static Entry only(LogFormat format, String value, long time, TimestampType type)
      throws Exception {
    List<Entry> out = new ArrayList<>();
    opened(format).deserialize(message(value, time, type), new ListCollector<>(out));
    assertThat(out).hasSize(1);
    return out.get(0);
  }

  /** As a task has it: shipped, then opened. */
  private static KafkaEntries opened(LogFormat format) throws Exception {
    KafkaEntries entries =
        InstantiationUtil.clone(new KafkaEntries(LogOptions.of(format), 300_000));
    entries.open(new TaskContext());
    return entries;
  }

  private static ConsumerRecord<byte[], byte[]> message(
      String value, long time, TimestampType type) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(
        "flows", 3, 42, time, type, 0, 0, null, bytes, new RecordHeaders(), Optional.empty());
  }
}
