package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.job.source.kinesis.StreamException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ShardReaderTest {

  private static final String A = "shardId-000000000000";
  private static final String B = "shardId-000000000001";
  private static final long INTERVAL = 500;

  private final TestTime time = new TestTime();
  private final FakeStream stream = FakeStream.in(time, 2);
  private final Map<String, List<Shard>> ended = new HashMap<>();
  private final List<String> got = new ArrayList<>();
  private final ByHand byHand = new ByHand();
  private ShardReader reader = reader(new AtOnce(), 100);

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void handsOnWhatAShardHasInItsOrder() throws IOException {
    stream.putInto(A, "1");
    stream.putInto(A, "2");
    read(A);

    fetch();

    assertThat(got).containsExactly(A + " 1", A + " 2");
  }

  @Test
  void anIdleShardIsReadAtTheConfiguredPaceAndNothingIsHandedOn() throws IOException {
    read(A);
    time.at(60_000, () -> stream.putInto(A, "late"));

    fetch();

    assertThat(got).containsExactly(A + " late");
    assertThat(time.passed()).isEqualTo(60_000);
    assertThat(stream.readsOf(A)).isEqualTo(1 + (int) (60_000 / INTERVAL));
  }

  @Test
  void whoeverIsBehindReadsAsOftenAsAShardAllowsAndIsNeverThrottled() throws IOException {
    reader = reader(new AtOnce(), 1);
    for (int i = 0; i < 50; i++) {
      stream.putInto(A, String.valueOf(i));
    }
    read(A);

    for (int i = 0; i < 50; i++) {
      fetch();
    }

    assertThat(got).hasSize(50);
    assertThat(stream.readsOf(A)).isEqualTo(50);
    assertThat(time.passed()).isEqualTo(49 * ReadSettings.SHORTEST_INTERVAL);
  }

  @Test
  void aThrottledShardWaitsLongerEachTimeAndHoldsUpNoOther() throws IOException {
    stream.fail(
        A,
        Collections.nCopies(6, FakeStream.failure(Kind.THROTTLED))
            .toArray(RuntimeException[]::new));
    stream.putInto(A, "of a");
    for (int second = 0; second < 10; second++) {
      int which = second;
      time.at(1_000 * second, () -> stream.putInto(B, String.valueOf(which)));
    }
    read(A, B);

    while (got.size() < 11) {
      fetch();
    }

    assertThat(got.indexOf(A + " of a")).isGreaterThan(5);
    assertThat(got).filteredOn(message -> message.startsWith(B)).hasSize(10);
    assertThat(stream.readsOf(A)).isLessThan(stream.readsOf(B));
  }

  @Test
  void aShardThatIsSlowToAnswerHoldsUpNoOther() throws IOException {
    reader = reader(byHand, 100);
    stream.putInto(A, "of a");
    stream.putInto(B, "of b");
    read(A, B);
    time.at(10, byHand::runLast);

    fetch();
    assertThat(got).containsExactly(B + " of b");

    time.at(20, byHand::runFirst);
    fetch();
    assertThat(got).containsExactly(B + " of b", A + " of a");
  }

  @Test
  void noMoreIsReadAtOnceThanMemoryIsThoughtToHold() {
    FakeStream wide = FakeStream.in(time, 20);
    reader = new ShardReader(wide, settings(100), byHand, time, metrics(), ended);
    wide.shards().forEach(shard -> add(new ShardSplit(shard, Position.HORIZON)));
    time.at(10, reader::wakeUp);

    assertThat(new Object[] {records()}).doesNotContainNull();
    assertThat(byHand.tasks).hasSize(ShardReader.READS_AT_ONCE);
  }

  @Test
  void anExpiredIteratorIsRenewedFromTheLastPosition() throws IOException {
    stream.putInto(A, "1");
    read(A);
    fetch();
    reader.pauseOrResumeSplits(List.of(split(A)), List.of());
    stream.putInto(A, "2");
    time.pass(600_000);
    reader.pauseOrResumeSplits(List.of(), List.of(split(A)));

    fetch();

    assertThat(got).containsExactly(A + " 1", A + " 2");
    assertThat(stream.readsOf(A)).as("one of them in vain").isEqualTo(3);
  }

  @Test
  void anIteratorThatExpiresAtOnceIsNoBusyLoop() throws IOException {
    stream.fail(
        A,
        Collections.nCopies(5, FakeStream.failure(Kind.EXPIRED_ITERATOR))
            .toArray(RuntimeException[]::new));
    stream.putInto(A, "1");
    read(A);

    fetch();

    assertThat(got).containsExactly(A + " 1");
    assertThat(time.passed()).isGreaterThan(2_000);
  }

  @Test
  void aPausedShardIsNotReadUntilItIsResumed() throws IOException {
    read(A, B);
    reader.pauseOrResumeSplits(List.of(split(A)), List.of());
    time.at(1, () -> stream.putInto(A, "of a"));
    time.at(30_000, () -> stream.putInto(B, "of b"));

    fetch();
    assertThat(got).containsExactly(B + " of b");
    assertThat(stream.readsOf(A)).isZero();

    reader.pauseOrResumeSplits(List.of(), List.of(split(A)));
    fetch();
    assertThat(got).containsExactly(B + " of b", A + " of a");
  }

  @Test
  void wakeUpEndsAFetchThatHasNothingToReadFor() throws Exception {
    ShardReader real =
        new ShardReader(
            stream, settings(100), new AtOnce(), Waiting.MACHINE, metrics(), new HashMap<>());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<RecordsWithSplitIds<Message>> fetched = thread.submit(real::fetch);

    real.wakeUp();

    assertThat(fetched.get(10, TimeUnit.SECONDS).nextSplit()).isNull();
    thread.shutdown();
  }

  @Test
  void wakeUpEndsAFetchThatWaitsForAShard() throws IOException {
    read(A);
    time.at(100, reader::wakeUp);

    assertThat(records().nextSplit()).isNull();
    assertThat(time.passed()).isEqualTo(100);
  }

  @Test
  void aNullIteratorEndsTheShardAfterItsLastMessages() throws IOException {
    stream.putInto(A, "last");
    stream.split(A);
    read(A);

    Set<String> finished = fetch();

    assertThat(got).containsExactly(A + " last");
    assertThat(finished).containsExactly(A);
    assertThat(ended.get(A))
        .extracting(Shard::id, Shard::parents, Shard::share)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("shardId-000000000002", List.of(A), 0.25),
            org.assertj.core.groups.Tuple.tuple("shardId-000000000003", List.of(A), 0.25));
  }

  @Test
  void anEmptyShardThatHasEndedEnds() throws IOException {
    stream.merge(A, B);
    read(A);

    assertThat(fetch()).containsExactly(A);
    assertThat(got).isEmpty();
    assertThat(ended.get(A)).extracting(Shard::parents).containsExactly(List.of(A, B));
  }

  @Test
  void aShardThatIsGoneEnds() throws IOException {
    stream.expire(A);
    read(A);

    assertThat(fetch()).containsExactly(A);
    assertThat(ended).containsEntry(A, List.of());
  }

  @Test
  void whatPassesIsTriedAgain() throws IOException {
    stream.fail(A, FakeStream.failure(Kind.PASSING), FakeStream.failure(Kind.PASSING));
    stream.putInto(A, "1");
    read(A);

    fetch();

    assertThat(got).containsExactly(A + " 1");
    assertThat(time.passed()).isBetween(750L, 1_500L);
  }

  @Test
  void whatSomebodyHasToMendEndsTheJob() {
    stream.fail(A, new StreamException(Kind.FATAL, "these credentials lack a permission", null));
    read(A);

    assertThatThrownBy(this::fetch)
        .isInstanceOf(StreamException.class)
        .hasMessage("these credentials lack a permission");
  }

  @Test
  void aDeletedStreamEndsTheJob() throws IOException {
    stream.putInto(A, "1");
    read(A);
    fetch();
    stream.delete();

    assertThatThrownBy(this::fetch).hasMessage("stream 'flows' does not exist");
  }

  @Test
  void aFaultOfOursIsNotTakenForTheStreams() {
    stream.fail(A, new IllegalStateException("a bug"));
    read(A);

    assertThatThrownBy(this::fetch).isInstanceOf(IllegalStateException.class).hasMessage("a bug");
  }

  private ShardReader reader(ExecutorService executor, int limit) {
    return new ShardReader(stream, settings(limit), executor, time, metrics(), ended);
  }

  private static ReadSettings settings(int limit) {
    return new ReadSettings(INTERVAL, limit, 30_000);
  }

  private ShardMetrics metrics() {
    return new ShardMetrics(UnregisteredMetricsGroup.createSourceReaderMetricGroup(), time);
  }

  private static ShardSplit split(String shard) {
    return new ShardSplit(new Shard(shard, List.of(), 0.5), Position.HORIZON);
  }

  private void read(String... shards) {
    for (String shard : shards) {
      add(split(shard));
    }
  }

  private void add(ShardSplit split) {
    reader.handleSplitsChanges(new SplitsAddition<>(List.of(split)));
  }

  private RecordsWithSplitIds<Message> records() {
    try {
      return reader.fetch();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Reads once; which shards have ended. */
  private Set<String> fetch() throws IOException {
    RecordsWithSplitIds<Message> records = reader.fetch();
    for (String shard = records.nextSplit(); shard != null; shard = records.nextSplit()) {
      for (Message message = records.nextRecordFromSplit();
          message != null;
          message = records.nextRecordFromSplit()) {
        got.add(shard + ' ' + new String(message.data(), StandardCharsets.UTF_8));
      }
    }
    return records.finishedSplits();
  }

  /** Runs what it is given before it returns. */
  private static class AtOnce extends AbstractExecutorService {

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }

  /** Runs what it is given when a test says so. */
  private static final class ByHand extends AtOnce {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    void runFirst() {
      tasks.removeFirst().run();
    }

    void runLast() {
      tasks.removeLast().run();
    }
  }
}
