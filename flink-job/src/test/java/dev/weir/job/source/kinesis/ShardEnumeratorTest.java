package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.job.source.kinesis.StreamException.Kind;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;
import org.junit.jupiter.api.Test;

class ShardEnumeratorTest {

  private static final String A = "shardId-000000000000";
  private static final String B = "shardId-000000000001";
  private static final String C = "shardId-000000000002";
  private static final String D = "shardId-000000000003";
  private static final long INTERVAL = 30_000;

  private final TestTime time = new TestTime();
  private final FakeStream stream = FakeStream.in(time, 2);
  private FakeContext context = new FakeContext(2);
  private ShardEnumerator enumerator = begin(Position.HORIZON);

  @Test
  void shardsAreGivenOnceEveryReaderIsThere() {
    start();
    register(0);
    assertThat(context.assigned()).isEmpty();

    register(1);

    assertThat(context.assigned()).containsOnlyKeys(A, B).containsValues(0, 1);
  }

  @Test
  void readersThatAreThereFirstWaitForTheListing() {
    enumerator.start();
    register(0);
    register(1);
    assertThat(context.assigned()).isEmpty();

    context.tick();
    context.call();

    assertThat(context.assigned()).containsOnlyKeys(A, B);
  }

  @Test
  void aSplitIsSeenByTheNextListing() {
    start();
    register(0);
    register(1);
    stream.split(A);
    context.tick();
    assertThat(context.calls()).as("not yet").isZero();

    time.pass(INTERVAL);
    context.tick();
    context.call();

    assertThat(context.assigned()).containsOnlyKeys(A, B);
    assertThat(enumerator.snapshotState(1).waiting())
        .extracting(ShardSplit::splitId)
        .containsExactly(C, D);
  }

  @Test
  void shardsAreListedAtOnceWhereOneHasEndedThoughTheStreamNamesNoChildren() {
    start();
    register(0);
    register(1);
    stream.split(A);

    enumerator.handleSourceEvent(0, new ShardEnded(A, List.of()));
    context.call();

    assertThat(context.assigned()).containsOnlyKeys(A, B, C, D);
  }

  @Test
  void childrenThatAReaderNamesWaitForNoListing() {
    start();
    register(0);
    register(1);
    stream.split(A);

    enumerator.handleSourceEvent(0, new ShardEnded(A, stream.shardsBehind(B)));

    assertThat(context.assigned()).containsOnlyKeys(A, B, C, D);
  }

  @Test
  void aListingThatFailsFiveTimesIsMadeAgainLaterEachTime() {
    for (int i = 0; i < 5; i++) {
      stream.fail("list", FakeStream.failure(i % 2 == 0 ? Kind.PASSING : Kind.THROTTLED));
    }
    enumerator.start();
    register(0);
    register(1);
    long before = time.passed();
    long pause = 0;
    for (int i = 0; i < 5; i++) {
      long tried = time.passed();
      awaitCall();
      assertThat(time.passed() - tried).as("after %s failures", i).isGreaterThanOrEqualTo(pause);
      context.call();
      pause = 500L << i;
    }
    assertThat(context.assigned()).isEmpty();

    awaitCall();
    context.call();

    assertThat(context.assigned()).containsOnlyKeys(A, B);
    assertThat(stream.listings()).isEqualTo(6);
    assertThat(time.passed() - before).isBetween(15_500L, 32_500L);
  }

  @Test
  void whatIsReadIsReadOnWhereListingsFail() {
    start();
    register(0);
    register(1);
    stream.split(A);
    stream.fail("list", FakeStream.failure(Kind.PASSING));
    time.pass(INTERVAL);
    context.tick();
    context.call();

    enumerator.handleSourceEvent(0, new ShardEnded(A, stream.shardsBehind(B)));

    assertThat(context.assigned()).containsOnlyKeys(A, B, C, D);
  }

  @Test
  void accessDeniedEndsTheJob() {
    stream.fail("list", new StreamException(Kind.FATAL, "lacks kinesis:ListShards", null));
    enumerator.start();
    context.tick();

    assertThatThrownBy(context::call)
        .isInstanceOf(StreamException.class)
        .hasMessage("lacks kinesis:ListShards");
  }

  @Test
  void aStreamThatIsDeletedEndsTheJob() {
    start();
    stream.delete();
    time.pass(INTERVAL);
    context.tick();

    assertThatThrownBy(context::call).hasMessageContaining("does not exist");
  }

  @Test
  void aStartInThePastListsWhatTookMessagesSince() {
    stream.split(A);
    time.pass(10_000);
    enumerator = begin(new Position.AtTime(time.millis()));
    start();
    register(0);
    register(1);

    assertThat(context.assigned()).containsOnlyKeys(B, C, D);
  }

  @Test
  void splitsOfASubtaskThatFailedAreGivenAgain() {
    start();
    register(0);
    register(1);
    int failed = context.assigned().get(A);
    context.unregister(failed);

    enumerator.addSplitsBack(
        List.of(new ShardSplit(stream.shards().get(0), Position.HORIZON)), failed);
    assertThat(context.assigned()).doesNotContainKey(A);
    register(failed);

    assertThat(context.assigned()).containsEntry(A, failed);
  }

  @Test
  void aReaderThatStartsAgainHandsOverWhatItHad() {
    start();
    EnumeratorState state = enumerator.snapshotState(1);
    context = new FakeContext(1);
    enumerator = new ShardEnumerator(context, stream, state, INTERVAL, time);
    start();
    ShardSplit a = new ShardSplit(stream.shards().get(0), new Position.After("7"));
    ShardSplit b = new ShardSplit(stream.shards().get(1), new Position.Ended(List.of()));

    context.register(0, List.of(a, b));
    enumerator.addReader(0);

    assertThat(context.assigned()).containsOnlyKeys(A, B);
    assertThat(enumerator.snapshotState(2).waiting()).isEmpty();
  }

  @Test
  void restoringGoesOnFromTheLastListing() {
    start();
    register(0);
    register(1);
    stream.split(A);
    enumerator =
        new ShardEnumerator(
            new FakeContext(2), stream, enumerator.snapshotState(1), INTERVAL, time);

    assertThat(enumerator.snapshotState(2).lastListed()).isEqualTo(B);
    assertThat(enumerator.snapshotState(2).waiting()).isEmpty();
  }

  @Test
  void anEventOfSomebodyElseIsNotPassedOver() {
    SourceEvent strange = new SourceEvent() {};

    assertThatThrownBy(() -> enumerator.handleSourceEvent(0, strange))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ShardEnumerator begin(Position start) {
    return new ShardEnumerator(
        context, stream, EnumeratorState.begin("arn", start), INTERVAL, time);
  }

  private void start() {
    enumerator.start();
    context.tick();
    context.call();
  }

  private void awaitCall() {
    while (context.calls() == 0) {
      time.pass(10);
      context.tick();
    }
  }

  private void register(int subtask) {
    context.register(subtask, List.of());
    enumerator.addReader(subtask);
  }
}
