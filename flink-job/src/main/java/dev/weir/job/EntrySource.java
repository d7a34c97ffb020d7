package dev.weir.job;

import dev.weir.flow.Entry;
import dev.weir.flow.UserException;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.config.InputOptions;
import dev.weir.job.config.StartFrom;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.kafka.Topics;
import dev.weir.job.source.KafkaEntries;
import dev.weir.job.source.kinesis.StreamCheck;
import java.time.Instant;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Where entries come from, looked at before the job starts.
 *
 * @param splits partitions or shards that it has now
 */
record EntrySource(Source<Entry, ?, ?> source, int splits) {

  /**
   * The source that the options name.
   *
   * @param end where a topic is read to; null for no end
   * @throws UserException where it is not there, or may not be read
   */
  static EntrySource of(DetectOptions options, OffsetsInitializer end) {
    return switch (options.input().kind()) {
      case KAFKA -> ofKafka(options, end);
      case KINESIS -> ofKinesis(options);
    };
  }

  private static EntrySource ofKafka(DetectOptions options, OffsetsInitializer end) {
    InputOptions input = options.input();
    KafkaAccess kafka = options.kafka();
    try (Topics topics = Topics.at(kafka)) {
      KafkaSourceBuilder<Entry> source =
          KafkaSource.<Entry>builder()
              .setProperties(kafka.properties())
              .setBootstrapServers(kafka.servers())
              .setTopics(input.topic())
              .setGroupId(input.groupId())
              .setStartingOffsets(offsets(input.startFrom()))
              .setDeserializer(new KafkaEntries(options.log(), options.maxFuture().toMillis()));
      return new EntrySource(
          (end == null ? source : source.setBounded(end)).build(),
          topics.partitions(input.topic()));
    }
  }

  @SuppressWarnings("deprecation") // The connector still speaks of the strategy by its old type.
  private static OffsetsInitializer offsets(StartFrom from) {
    return switch (from.place()) {
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case TIME -> OffsetsInitializer.timestamp(from.time().toEpochMilli());
    };
  }

  private static EntrySource ofKinesis(DetectOptions options) {
    InputOptions input = options.input();
    StreamCheck now = input.kinesis().inspect();
    return new EntrySource(
        input.kinesis().source(begin(input.startFrom(), now), options.log(), options.maxFuture()),
        now.shards());
  }

  /**
   * The latest is that of now, by the stream's clock: a job that fails before its first checkpoint
   * begins again where it began, not where the stream is by then.
   */
  private static Instant begin(StartFrom from, StreamCheck now) {
    return switch (from.place()) {
      case COMMITTED, EARLIEST -> null;
      case LATEST -> now.time();
      case TIME -> requirePast(from.time(), now.time());
    };
  }

  private static Instant requirePast(Instant time, Instant now) {
    if (time.isAfter(now)) {
      throw new UserException(
          "--start-from is "
              + time
              + ", which by the stream's clock has not come yet; give a time"
              + " before "
              + now
              + ", or latest");
    }
    return time;
  }
}
