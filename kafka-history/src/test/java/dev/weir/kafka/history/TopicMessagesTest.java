package dev.weir.kafka.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.file.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TopicMessagesTest {

  private static final TopicAddress TOPIC = new TopicAddress("a:1", "t");

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final Map<TopicPartition, TopicSpan> spans = new HashMap<>();

  private static TopicPartition partition(int partition) {
    return new TopicPartition(TOPIC.topic(), partition);
  }

  private void assign(TopicSpan... ofPartitions) {
    for (int i = 0; i < ofPartitions.length; i++) {
      spans.put(partition(i), ofPartitions[i]);
    }
    consumer.assign(spans.keySet());
  }

  private void add(int partition, long offset, long time, String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    consumer.addRecord(
        new ConsumerRecord<>(
            TOPIC.topic(),
            partition,
            offset,
            time,
            TimestampType.CREATE_TIME,
            0,
            bytes == null ? -1 : bytes.length,
            null,
            bytes,
            new RecordHeaders(),
            Optional.empty()));
  }

  private List<String> read(TimeRange times) {
    List<String> read = new ArrayList<>();
    try (TopicMessages messages = new TopicMessages(consumer, TOPIC, times, spans)) {
      for (byte[] next = messages.next(); next != null; next = messages.next()) {
        read.add(new String(next, StandardCharsets.UTF_8));
      }
    }
    return read;
  }

  @Test
  void partitionsComeOutInStepByTheirMessagesTimes() {
    assign(new TopicSpan(0, 3), new TopicSpan(5, 7), new TopicSpan(0, 0));
    add(0, 0, 10, "a");
    add(0, 1, 40, "d");
    add(0, 2, 50, "e");
    add(1, 5, 20, "b");
    add(1, 6, 30, "c");

    assertThat(read(TimeRange.ALL)).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whatCameAfterTheEndThatWasFixedIsNotRead() {
    assign(new TopicSpan(0, 1));
    add(0, 0, 10, "before");
    add(0, 1, 11, "after");

    assertThat(read(TimeRange.ALL)).containsExactly("before");
  }

  @Test
  void offsetsThatACompactedTopicNoLongerHasAreNotWaitedFor() {
    assign(new TopicSpan(0, 9));
    add(0, 0, 10, "first");
    add(0, 8, 20, "last");

    assertThat(read(TimeRange.ALL)).containsExactly("first", "last");
  }

  @Test
  void messagesOfAnotherTimeAreLeftOut() {
    assign(new TopicSpan(0, 4));
    add(0, 0, 1_000, "from");
    add(0, 1, 2_000, "to");
    add(0, 2, 1_999, "behind its follower");
    add(0, 3, 999, "too early");

    assertThat(read(new TimeRange(Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(2_000))))
        .containsExactly("from", "behind its follower");
  }

  @Test
  void aMessageWithoutAValueIsAnEmptyOne() {
    assign(new TopicSpan(0, 1));
    add(0, 0, 10, null);

    assertThat(read(TimeRange.ALL)).containsExactly("");
  }
}
