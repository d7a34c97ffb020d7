package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.aws.StreamArn;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.UserException;
import dev.weir.job.source.kinesis.StreamException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reader as the source makes it, with its thread. */
@Timeout(30)
class KinesisReaderTest {

  private static final StreamArn ARN =
      StreamArn.parse("arn:aws:kinesis:eu-central-1:123456789012:stream/flows");
  private static final String A = "shardId-000000000000";

  private final FakeStream stream = FakeStream.of(1);
  private final KinesisSource source = source(ARN);
  private final FakeReaderContext context = new FakeReaderContext();
  private final CollectedEntries out = new CollectedEntries();
  private final SourceReader<Entry, ShardSplit> reader = reader();

  private SourceReader<Entry, ShardSplit> reader() {
    try {
      SourceReader<Entry, ShardSplit> made = source.createReader(context);
      made.start();
      return made;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() throws Exception {
    reader.close();
    assertThat(stream.connections()).isZero();
  }

  @Test
  void remembersHowFarItHasEmitted() throws Exception {
    put(1);
    put(2);
    add(Position.HORIZON);
    pollUntil(() -> out.entries().size() == 2);

    assertThat(sequences()).containsExactly(1L, 2L);
    assertThat(reader.snapshotState(1))
        .extracting(ShardSplit::position)
        .containsExactly(new Position.After("%020d".formatted(2)));
  }

  @Test
  void goesOnBehindThePositionOfACheckpoint() throws Exception {
    put(1);
    put(2);
    put(3);
    add(new Position.After("%020d".formatted(2)));

    pollUntil(() -> !out.entries().isEmpty());

    assertThat(sequences()).containsExactly(3L);
  }

  @Test
  void anEndIsRememberedUntilACheckpointThatSaysSoIsComplete() throws Exception {
    add(Position.HORIZON);
    assertThat(reader.snapshotState(1)).hasSize(1);
    put(1);
    stream.split(A);
    pollUntil(() -> !context.events.isEmpty());
    List<Shard> children = stream.shardsBehind(A);
    assertThat(context.events).containsExactly(new ShardEnded(A, children));
    assertThat(out.released()).containsExactly(A);

    // The first checkpoint began before the end: that it is complete says nothing of it.
    reader.notifyCheckpointComplete(1);
    assertThat(reader.snapshotState(2))
        .singleElement()
        .extracting(ShardSplit::position)
        .isEqualTo(new Position.Ended(children));
    assertThat(reader.snapshotState(3)).hasSize(1);

    reader.notifyCheckpointComplete(2);
    assertThat(reader.snapshotState(4)).isEmpty();
  }

  @Test
  void aCheckpointThatComesToNothingForgetsNoEnd() throws Exception {
    stream.split(A);
    add(Position.HORIZON);
    pollUntil(() -> !context.events.isEmpty());
    reader.snapshotState(1);

    reader.notifyCheckpointAborted(1);

    assertThat(reader.snapshotState(2)).hasSize(1);
    reader.notifyCheckpointComplete(2);
    assertThat(reader.snapshotState(3)).isEmpty();
  }

  /** The thread that polls is let go meanwhile. */
  @Test
  void shardsThatComeAfterAWhileWithoutAnyAreRead() throws Exception {
    stream.split(A);
    add(Position.HORIZON);
    pollUntil(() -> !context.events.isEmpty() && stream.connections() == 0);
    stream.putInto(stream.openShards().get(0), flow(7));

    reader.addSplits(List.of(new ShardSplit(stream.shards().get(1), Position.HORIZON)));
    pollUntil(() -> !out.entries().isEmpty());

    assertThat(sequences()).containsExactly(7L);
  }

  @Test
  void whatSomebodyHasToMendFailsTheTaskInThatSentence() throws Exception {
    stream.fail(A, new StreamException(Kind.FATAL, "these credentials lack a permission", null));
    add(Position.HORIZON);

    assertThatThrownBy(() -> pollUntil(() -> false))
        .hasRootCauseMessage("these credentials lack a permission");
  }

  @Test
  void anotherStreamsStateIsRefused() throws Exception {
    StreamArn other = StreamArn.parse(ARN.text().replace("flows", "other"));
    EnumeratorState state = EnumeratorState.begin(other.text(), Position.HORIZON);

    assertThatThrownBy(() -> source.restoreEnumerator(new FakeContext(1), state))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("this savepoint is of stream " + other)
        .hasMessageContaining("--kinesis.stream is " + ARN);
    source
        .restoreEnumerator(new FakeContext(1), EnumeratorState.begin(ARN.text(), Position.HORIZON))
        .close();
  }

  private KinesisSource source(StreamArn arn) {
    return new KinesisSource(
        arn,
        stream.connector(),
        null,
        new ReadSettings(200, 100, 1_000),
        LogOptions.of(LogFormat.JSON),
        300_000);
  }

  private void put(int count) {
    stream.putInto(A, flow(count));
  }

  private static String flow(int count) {
    return "{\"src_ip\":\"10.0.0.1\",\"time\":\"2026-03-02T10:00:00Z\",\"bytes_in\":%d}"
        .formatted(count);
  }

  private void add(Position position) {
    reader.addSplits(List.of(new ShardSplit(stream.shards().get(0), position)));
  }

  private void pollUntil(BooleanSupplier enough) throws Exception {
    while (!enough.getAsBoolean()) {
      if (reader.pollNext(out) == InputStatus.NOTHING_AVAILABLE && !enough.getAsBoolean()) {
        awaitMore(enough);
      }
    }
  }

  /** Until there is more to poll, or what is waited for has come about without. */
  private void awaitMore(BooleanSupplier enough) throws Exception {
    while (!enough.getAsBoolean()) {
      try {
        reader.isAvailable().get(10, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        // Look again whether it has.
        reader.pollNext(out);
      }
    }
  }

  private List<Long> sequences() {
    return out.entries().stream().map(entry -> ((FlowRecord) entry).bytesIn()).toList();
  }

  /** What Flink gives a reader. */
  private static final class FakeReaderContext implements SourceReaderContext {

    private final SourceReaderMetricGroup metrics =
        UnregisteredMetricsGroup.createSourceReaderMetricGroup();
    private final List<SourceEvent> events = new ArrayList<>();

    @Override
    public SourceReaderMetricGroup metricGroup() {
      return metrics;
    }

    @Override
    public Configuration getConfiguration() {
      return new Configuration();
    }

    @Override
    public String getLocalHostName() {
      return "here";
    }

    @Override
    public int getIndexOfSubtask() {
      return 0;
    }

    @Override
    public void sendSplitRequest() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void sendSourceEventToCoordinator(SourceEvent event) {
      events.add(event);
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
      return SimpleUserCodeClassLoader.create(KinesisReaderTest.class.getClassLoader());
    }
  }
}
