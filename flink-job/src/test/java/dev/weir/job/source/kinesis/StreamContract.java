package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the source relies on in any stream. It holds for the one in memory as for an emulator that
 * speaks the real protocol, so that what is tested with the former is no flattery.
 */
interface StreamContract {

  long PAUSE_MILLIS = 250;

  StreamUnderTest stream(int shards);

  @Test
  default void shardsAreListedByIdWithTheirShareOfTheKeys() {
    try (KinesisStream stream = stream(4).open().connect()) {
      List<Shard> shards = stream.shards();

      assertThat(shards).extracting(Shard::id).isSorted().hasSize(4);
      assertThat(shards)
          .allSatisfy(
              shard -> {
                assertThat(shard.parents()).isEmpty();
                assertThat(shard.share()).isBetween(0.2499, 0.2501);
              });
      assertThat(stream.shardsBehind(shards.get(1).id()))
          .containsExactly(shards.get(2), shards.get(3));
      assertThat(stream.shardsBehind(shards.get(3).id())).isEmpty();
    }
  }

  @Test
  default void messagesOfAKeyComeInTheirOrderWithGrowingNumbersAndTimes() {
    StreamUnderTest under = stream(2);
    for (int i = 0; i < 10; i++) {
      put(under, "key", String.valueOf(i));
    }
    try (KinesisStream stream = under.open().connect()) {
      Map<String, List<Message>> messages = readAll(stream, Position.HORIZON);

      List<Message> ofKey =
          messages.values().stream().filter(some -> !some.isEmpty()).findFirst().orElseThrow();
      assertThat(texts(ofKey)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      assertThat(ofKey).extracting(Message::arrived).isSorted();
      assertThat(ofKey.get(0).arrived()).isBetween(under.now() - 600_000, under.now() + 600_000);
    }
  }

  @Test
  default void aReadGivesNoMoreThanWasAskedForAndTheNextGoesOn() {
    StreamUnderTest under = stream(1);
    for (int i = 0; i < 5; i++) {
      put(under, "key", String.valueOf(i));
    }
    try (KinesisStream stream = under.open().connect()) {
      String shard = stream.shards().get(0).id();
      Batch first = stream.read(shard, stream.iterator(shard, Position.HORIZON), 3);
      Batch second = stream.read(shard, first.next(), 3);

      assertThat(texts(first.messages())).containsExactly("0", "1", "2");
      assertThat(first.isLast()).isFalse();
      assertThat(texts(second.messages())).containsExactly("3", "4");
      assertThat(second.millisBehind()).isZero();
    }
  }

  @Test
  default void aShardIsReadOnBehindAMessage() {
    StreamUnderTest under = stream(1);
    put(under, "key", "0");
    put(under, "key", "1");
    put(under, "key", "2");
    try (KinesisStream stream = under.open().connect()) {
      String shard = stream.shards().get(0).id();
      List<Message> all = readAll(stream, Position.HORIZON).get(shard);

      Position behind = new Position.After(all.get(1).sequence());
      assertThat(texts(readAll(stream, behind).get(shard))).containsExactly("2");
      Position end = new Position.After(all.get(2).sequence());
      assertThat(readAll(stream, end).get(shard)).isEmpty();
    }
  }

  @Test
  default void aShardIsReadFromATime() {
    StreamUnderTest under = stream(1);
    put(under, "key", "before");
    under.pass(PAUSE_MILLIS);
    long time = under.now();
    under.pass(PAUSE_MILLIS);
    put(under, "key", "after");
    try (KinesisStream stream = under.open().connect()) {
      assertThat(texts(readAll(stream, new Position.AtTime(time)).values().iterator().next()))
          .containsExactly("after");
    }
  }

  @Test
  default void aShardThatWasSplitEndsAndNamesItsChildren() {
    StreamUnderTest under = stream(1);
    put(under, "key", "before");
    under.split(under.openShards().get(0));
    put(under, "key", "after");
    try (KinesisStream stream = under.open().connect()) {
      List<Shard> shards = stream.shards();
      Batch last = last(stream, shards.get(0).id());

      assertThat(shards).hasSize(3);
      assertThat(shards.get(0).share()).isEqualTo(1);
      assertThat(shards.subList(1, 3))
          .allSatisfy(
              child -> {
                assertThat(child.parents()).containsExactly(shards.get(0).id());
                assertThat(child.share()).isBetween(0.4999, 0.5001);
              });
      assertThat(last.children()).containsExactlyInAnyOrderElementsOf(shards.subList(1, 3));
      Map<String, List<Message>> messages = readAll(stream, Position.HORIZON);
      assertThat(texts(messages.get(shards.get(0).id()))).containsExactly("before");
      assertThat(
              texts(messages.get(shards.get(1).id())).size()
                  + texts(messages.get(shards.get(2).id())).size())
          .isEqualTo(1);
    }
  }

  @Test
  default void shardsThatWereMergedEndAndNameTheirChild() {
    StreamUnderTest under = stream(2);
    List<String> parents = under.openShards();
    under.merge(parents.get(0), parents.get(1));
    try (KinesisStream stream = under.open().connect()) {
      List<Shard> shards = stream.shards();
      Shard child = shards.get(2);

      assertThat(child.parents()).containsExactlyInAnyOrderElementsOf(parents);
      assertThat(child.share()).isEqualTo(1);
      for (String parent : parents) {
        assertThat(last(stream, parent).children())
            .extracting(Shard::id)
            .containsExactly(child.id());
      }
    }
  }

  @Test
  default void shardsThatTookNothingSinceAreNotListed() {
    StreamUnderTest under = stream(1);
    String parent = under.openShards().get(0);
    under.split(parent);
    // Some know times to the second only.
    under.pass(10 * PAUSE_MILLIS);
    try (KinesisStream stream = under.open().connect()) {
      assertThat(stream.shardsFrom(Instant.ofEpochMilli(under.now())))
          .extracting(Shard::id)
          .containsExactlyElementsOf(under.openShards())
          .doesNotContain(parent);
    }
  }

  private static void put(StreamUnderTest stream, String key, String text) {
    stream.put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream()
        .map(message -> new String(message.data(), StandardCharsets.UTF_8))
        .toList();
  }

  private static Map<String, List<Message>> readAll(KinesisStream stream, Position from) {
    Map<String, List<Message>> all = new HashMap<>();
    for (Shard shard : stream.shards()) {
      List<Message> messages = new ArrayList<>();
      String iterator = stream.iterator(shard.id(), from);
      Batch batch;
      do {
        batch = stream.read(shard.id(), iterator, 100);
        messages.addAll(batch.messages());
        iterator = batch.next();
      } while (iterator != null && !(batch.messages().isEmpty() && batch.millisBehind() == 0));
      all.put(shard.id(), messages);
    }
    return all;
  }

  private static Batch last(KinesisStream stream, String shard) {
    Batch batch = stream.read(shard, stream.iterator(shard, Position.HORIZON), 100);
    while (!batch.isLast()) {
      batch = stream.read(shard, batch.next(), 100);
    }
    return batch;
  }
}
