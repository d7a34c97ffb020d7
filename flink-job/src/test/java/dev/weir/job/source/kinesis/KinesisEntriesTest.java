package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.job.source.MessageDecoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.junit.jupiter.api.Test;

class KinesisEntriesTest {

  private static final long ARRIVED = 1_669_842_760_000L;
  private static final String SHARD = "shardId-000000000003";

  private final SourceReaderMetricGroup metrics =
      InternalSourceReaderMetricGroup.mock(new UnregisteredMetricsGroup());
  private final SplitState state =
      new SplitState(new ShardSplit(new Shard(SHARD, List.of(), 1), Position.HORIZON));
  private final CollectedEntries out = new CollectedEntries();

  @Test
  void allFlowsOfARecordAreEmittedBeforeItsPositionIsTaken() throws IOException {
    List<Entry> entries =
        emit(envelope(event("a", vpc("10.0.0.1")), event("b", vpc("10.0.0.2"))), "17");

    assertThat(entries)
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .isInstanceOfSatisfying(
                        DeliveredFlow.class,
                        flow -> assertThat(flow.split()).isEqualTo("flows-" + SHARD)));
    assertThat(out.positions()).as("while they were emitted").containsOnly(Position.HORIZON);
    assertThat(state.toSplit().position()).isEqualTo(new Position.After("17"));
  }

  @Test
  void aBadEventIsADeadLetterWithStreamShardSequenceAndEventForItsOrigin() throws IOException {
    List<Entry> entries = emit(envelope(event("a", vpc("10.0.0.1")), event("b", "oops")), "17");

    assertThat(entries).hasSize(2);
    assertThat(entries.get(1))
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> {
              assertThat(letter.origin()).isEqualTo("flows-" + SHARD + "-17#b");
              assertThat(letter.receivedTime()).isEqualTo(ARRIVED);
            });
    assertThat(metrics.getNumRecordsInErrorsCounter().getCount()).isEqualTo(1);
  }

  @Test
  void aPoisonousRecordIsOneDeadLetterAndBehindTheReader() throws IOException {
    byte[] broken = envelope(event("a", vpc("10.0.0.1")));
    broken[broken.length / 2] ^= 0x55;

    List<Entry> entries = emit(broken, "17");

    assertThat(entries)
        .singleElement()
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> assertThat(letter.origin()).isEqualTo("flows-" + SHARD + "-17"));
    assertThat(state.toSplit().position()).isEqualTo(new Position.After("17"));
  }

  @Test
  void timesAreJudgedAgainstTheRecordsArrival() throws IOException {
    byte[] record = envelope(event("a", vpc("10.0.0.1")));

    assertThat(emit(record, ARRIVED - 400_000, "17"))
        .singleElement()
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> assertThat(letter.reason()).isEqualTo(DeadLetterReason.FUTURE_TIME));
  }

  @Test
  void entriesSayWhenTheirRecordArrivedSoThatNoFlowMovesEventTimeFurther() throws IOException {
    emit(envelope(event("a", vpc("10.0.0.1")), event("b", "oops")), "17");

    assertThat(out.received()).containsExactly(ARRIVED, ARRIVED);
  }

  @Test
  void aProbeOfTheSubscriptionIsIgnoredAndCounted() throws IOException {
    byte[] probe =
        gzip(
            "{\"messageType\":\"CONTROL_MESSAGE\",\"owner\":\"CloudwatchLogs\",\"logGroup\":\"\","
                + "\"logStream\":\"\",\"subscriptionFilters\":[],\"logEvents\":[{\"id\":\"\","
                + "\"timestamp\":1669842760000,\"message\":\"CWL CONTROL MESSAGE\"}]}");

    assertThat(emit(probe, "17")).containsExactly(Ignored.CONTROL_MESSAGE);
  }

  @Test
  void otherFormatsComeThroughAStreamAsWell() {
    String flow = "{\"src_ip\":\"10.0.0.1\",\"time\":\"2022-11-30T21:12:00Z\"}";

    assertThat(emit(LogFormat.JSON, flow.getBytes(StandardCharsets.UTF_8), ARRIVED, "17"))
        .singleElement()
        .isInstanceOf(FlowRecord.class);
  }

  private List<Entry> emit(byte[] data, String sequence) {
    return emit(data, ARRIVED, sequence);
  }

  private List<Entry> emit(byte[] data, long arrived, String sequence) {
    return emit(LogFormat.CLOUDWATCH, data, arrived, sequence);
  }

  private List<Entry> emit(LogFormat format, byte[] data, long arrived, String sequence) {
    KinesisEntries entries =
        new KinesisEntries(
            "flows", new MessageDecoding(LogOptions.of(format), 300_000, metrics), metrics);
    out.watch(state);
    entries.emitRecord(new Message(data, sequence, arrived), out, state);
    return out.entries();
  }

  private static String vpc(String source) {
    return "2 123456789012 eni-1 "
        + source
        + " 198.51.100.7 40000 443 6 10 8000 1669842701 1669842702 ACCEPT OK";
  }

  private static String event(String id, String message) {
    return "{\"id\":\"%s\",\"timestamp\":1669842701000,\"message\":\"%s\"}".formatted(id, message);
  }

  private static byte[] envelope(String... events) throws IOException {
    return gzip(
        ("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"/vpc\","
                + "\"logStream\":\"eni-1-all\",\"subscriptionFilters\":[\"weir\"],\"logEvents\":[%s]}")
            .formatted(String.join(",", events)));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
