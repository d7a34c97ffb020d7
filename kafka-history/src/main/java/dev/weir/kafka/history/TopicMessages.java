package dev.weir.kafka.history;

import dev.weir.file.TimeRange;
import dev.weir.flow.UserException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The messages of a topic and a time, partitions in step by their messages' times. Where the
 * partitions end is fixed when it is opened; what transactions took back is not shown.
 */
final class TopicMessages implements AutoCloseable {

  /** How long a broker may take to answer: one under load takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Duration POLL = Duration.ofMillis(200);

  private static final Comparator<ConsumerRecord<?, ?>> ORDER =
      Comparator.<ConsumerRecord<?, ?>>comparingLong(ConsumerRecord::timestamp)
          .thenComparingInt(ConsumerRecord::partition);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicAddress topic;
  private final TimeRange times;
  private final Map<TopicPartition, TopicSpan> spans;
  private final Map<TopicPartition, PartitionQueue> queues =
      new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));

  /** Reads spans of what the consumer is assigned to. */
  TopicMessages(
      Consumer<byte[], byte[]> consumer,
      TopicAddress topic,
      TimeRange times,
      Map<TopicPartition, TopicSpan> spans) {
    this.consumer = consumer;
    this.topic = topic;
    this.times = times;
    this.spans = spans;
    spans.forEach(
        (partition, span) -> {
          queues.put(partition, new PartitionQueue(span));
          consumer.seek(partition, span.begin());
        });
  }

  /**
   * Fixes what is read.
   *
   * @throws UserException where there is no such broker or topic
   */
  static TopicMessages open(TopicAddress topic, TimeRange times) {
    Consumer<byte[], byte[]> consumer = connect(topic);
    try {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      return new TopicMessages(consumer, topic, times, TopicSpan.of(consumer, partitions, times));
    } catch (KafkaException e) {
      consumer.close();
      throw told(topic, e);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private static Consumer<byte[], byte[]> connect(TopicAddress topic) {
    int patience = (int) PATIENCE.toMillis();
    try {
      return new KafkaConsumer<>(
          Map.of(
              ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
              topic.servers(),
              ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
              false,
              ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
              false,
              // What is no longer there must not be passed over.
              ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
              "none",
              ConsumerConfig.ISOLATION_LEVEL_CONFIG,
              "read_committed",
              ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
              patience,
              ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
              patience),
          new ByteArrayDeserializer(),
          new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw new UserException(
          "'" + topic.servers() + "' names no Kafka broker; correct kafka://HOST:PORT/TOPIC", e);
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, TopicAddress topic) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic.topic());
    if (infos == null || infos.isEmpty()) {
      throw new UserException(
          "there is no topic '"
              + topic.topic()
              + "' at "
              + topic.servers()
              + "; there is "
              + listed(consumer));
    }
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  private static String listed(Consumer<?, ?> consumer) {
    String names =
        consumer.listTopics().keySet().stream()
            .filter(name -> !name.startsWith("__"))
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none at all" : names;
  }

  /** How many messages there are at most. */
  long atMost() {
    return spans.values().stream().mapToLong(TopicSpan::size).sum();
  }

  /**
   * The next message's bytes, or null at the end.
   *
   * @throws UserException where the broker gives no more before it
   */
  byte[] next() {
    while (true) {
      readAhead();
      PartitionQueue first =
          queues.values().stream()
              .filter(queue -> queue.peek() != null)
              .min(Comparator.comparing(PartitionQueue::peek, ORDER))
              .orElse(null);
      if (first == null) {
        return null;
      }
      ConsumerRecord<byte[], byte[]> record = first.take();
      if (isOfTime(record)) {
        return TopicLogs.content(record.value());
      }
    }
  }

  private boolean isOfTime(ConsumerRecord<?, ?> record) {
    Instant time = Instant.ofEpochMilli(record.timestamp());
    return times.overlaps(time, time.plusMillis(1));
  }

  /** Until it is known of each partition what comes next. */
  private void readAhead() {
    long lastProgress = System.nanoTime();
    while (!queues.values().stream().allMatch(PartitionQueue::isReady)) {
      if (poll()) {
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > STANDSTILL_NANOS) {
        throw new UserException(
            "the broker at "
                + topic.servers()
                + " gave no more of "
                + topic.topic()
                + " for 60 s; check that it runs, and run again");
      }
    }
  }

  /** Reads some more, of those partitions that have not enough; whether it came any further. */
  private boolean poll() {
    boolean further = false;
    try {
      consumer.resume(queues.keySet());
      consumer.pause(
          queues.keySet().stream().filter(part -> queues.get(part).hasEnough()).toList());
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        queues.get(new TopicPartition(record.topic(), record.partition())).add(record);
      }
      for (Map.Entry<TopicPartition, PartitionQueue> queue : queues.entrySet()) {
        further |= queue.getValue().readTo(consumer.position(queue.getKey()));
      }
    } catch (KafkaException e) {
      throw told(topic, e);
    }
    return further;
  }

  private static UserException told(TopicAddress topic, KafkaException e) {
    if (e instanceof TimeoutException) {
      return new UserException(
          "no Kafka broker answered at "
              + topic.servers()
              + " within "
              + PATIENCE.toSeconds()
              + " s; check that it runs, and the address in --input",
          e);
    }
    if (e instanceof InvalidOffsetException) {
      return new UserException(
          "messages of "
              + topic.topic()
              + " were deleted by its retention while they were read; run again",
          e);
    }
    return new UserException(
        topic.topic()
            + " at "
            + topic.servers()
            + " cannot be read ("
            + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
            + "); check that it may be, and run again",
        e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
