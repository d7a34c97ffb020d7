package dev.weir.job.source.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.aws.StreamArn;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.flow.Entry;
import dev.weir.job.kafka.Topics;
import dev.weir.job.source.FlowWatermarks;
import dev.weir.job.source.KafkaEntries;
import dev.weir.job.types.WireType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the source costs: while nothing comes, and against Kafka's with the same messages. For
 * figures, on a quiet machine: {@code -Dweir.race=true}.
 */
@EnabledIfSystemProperty(named = "weir.race", matches = "true")
class SourceRaceTest {

  private static final StreamArn ARN =
      StreamArn.parse("arn:aws:kinesis:eu-central-1:123456789012:stream/flows");
  private static final int SPLITS = 4;
  private static final int MESSAGES = 20_000;
  private static final int FLOWS_OF_A_MESSAGE = 100;
  private static final long FLOWS = (long) MESSAGES * FLOWS_OF_A_MESSAGE;
  private static final int ROUNDS = 7;
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final LogOptions LOG = LogOptions.of(LogFormat.JSON).enveloped();

  private static final AtomicLong SEEN = new AtomicLong();
  private static volatile CountDownLatch all = new CountDownLatch(1);
  private static volatile long first;

  @Test
  void asFastAsKafkas() throws Exception {
    List<byte[]> messages = messages();
    long bytes = messages.stream().mapToLong(message -> message.length).sum();
    try (LocalBroker broker = LocalBroker.temporary(0)) {
      try (Topics topics = Topics.at(broker.bootstrapServers())) {
        topics.create("flows", SPLITS);
      }
      try (FlowSender sender = new FlowSender(broker.access(), "flows")) {
        for (int i = 0; i < messages.size(); i++) {
          sender.send(new byte[] {(byte) i, (byte) (i >> 8)}, messages.get(i));
        }
        sender.flush();
      }
      double[] kafka = new double[ROUNDS];
      double[] kinesis = new double[ROUNDS];
      for (int round = -1; round < ROUNDS; round++) {
        double one = flowsPerSecond(kafka(broker.bootstrapServers()));
        double other = flowsPerSecond(kinesis(split(messages), 500));
        if (round >= 0) {
          kafka[round] = one;
          kinesis[round] = other;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "race: %,d flows in %,d envelopes of %,d bytes on average; Kafka %,.0f flows/s, Kinesis"
              + " %,.0f flows/s (medians of %d), ratio %.2f (median of pairs)%n",
          FLOWS,
          MESSAGES,
          bytes / MESSAGES,
          median(kafka),
          median(kinesis),
          ROUNDS,
          medianRatio(kinesis, kafka));
    }
  }

  @Test
  void costsNextToNothingWhileNothingComes() throws Exception {
    List<List<Message>> empty = new ArrayList<>();
    for (int i = 0; i < SPLITS; i++) {
      empty.add(List.of());
    }
    PreparedStream stream = PreparedStream.of(empty);
    JobClient job = start(source(stream, 500));
    long seconds = 60;
    TimeUnit.SECONDS.sleep(5);
    int readsBefore = stream.reads().get();
    long cpuBefore = cpuNanos();
    TimeUnit.SECONDS.sleep(seconds);
    double reads = (stream.reads().get() - readsBefore) / (double) (seconds * SPLITS);
    double cpu = (cpuNanos() - cpuBefore) / 1e9 / seconds;
    job.cancel().get();

    System.out.printf(
        Locale.ROOT,
        "idle: %.2f reads a second and shard; threads that read took %.2f %% of a core%n",
        reads,
        100 * cpu);
    assertThat(reads).isBetween(1.9, 2.05);
  }

  private static long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      String name = thread == null ? "" : thread.getThreadName();
      if (name.startsWith("kinesis-reads") || name.startsWith("Source Data Fetcher")) {
        sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return sum;
  }

  private static double flowsPerSecond(Source<Entry, ?, ?> source) throws Exception {
    SEEN.set(0);
    all = new CountDownLatch(1);
    JobClient job = start(source);
    assertThat(all.await(120, TimeUnit.SECONDS)).isTrue();
    double seconds = (System.nanoTime() - first) / 1e9;
    job.cancel().get();
    return FLOWS / seconds;
  }

  private static JobClient start(Source<Entry, ?, ?> source) throws Exception {
    Configuration settings = new Configuration();
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    env.fromSource(
            source,
            FlowWatermarks.ofStream(
                Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(5)),
            "source",
            WireType.ENTRY.<Entry>info())
        .filter(SourceRaceTest::count)
        .sinkTo(new DiscardingSink<>());
    return env.executeAsync("race");
  }

  private static boolean count(Entry entry) {
    long seen = SEEN.incrementAndGet();
    if (seen == 1) {
      first = System.nanoTime();
    } else if (seen == FLOWS) {
      all.countDown();
    }
    return false;
  }

  private static Source<Entry, ?, ?> kafka(String bootstrapServers) {
    return KafkaSource.<Entry>builder()
        .setBootstrapServers(bootstrapServers)
        .setTopics("flows")
        .setGroupId("race")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new KafkaEntries(LOG, Long.MAX_VALUE))
        .build();
  }

  private static Source<Entry, ?, ?> kinesis(List<List<Message>> shards, long interval) {
    return source(PreparedStream.of(shards), interval);
  }

  private static KinesisSource source(PreparedStream stream, long interval) {
    return new KinesisSource(
        ARN,
        stream.connector(),
        null,
        new ReadSettings(interval, 10_000, 30_000),
        LOG,
        Long.MAX_VALUE);
  }

  private static List<List<Message>> split(List<byte[]> messages) {
    List<List<Message>> shards = new ArrayList<>();
    for (int shard = 0; shard < SPLITS; shard++) {
      shards.add(new ArrayList<>());
    }
    long now = System.currentTimeMillis();
    for (int i = 0; i < messages.size(); i++) {
      shards.get(i % SPLITS).add(new Message(messages.get(i), "%020d".formatted(i), now));
    }
    return shards;
  }

  /** Envelopes of a subscription, gzipped, with flows of a few hundred sources. */
  private static List<byte[]> messages() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    long id = 0;
    for (int i = 0; i < MESSAGES; i++) {
      StringBuilder events = new StringBuilder();
      for (int j = 0; j < FLOWS_OF_A_MESSAGE; j++, id++) {
        String line = flow(id).replace("\"", "\\\"");
        events
            .append(j == 0 ? "" : ",")
            .append("{\"id\":\"%056d\",\"timestamp\":1,\"message\":\"%s\"}".formatted(id, line));
      }
      messages.add(
          gzip(
              "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logStream\":\"s\","
                  + "\"logEvents\":["
                  + events
                  + "]}"));
    }
    return messages;
  }

  private static String flow(long number) {
    Instant start = START.plusMillis(10 * number);
    return "{\"src_ip\":\"10.0.%d.%d\",\"dst_ip\":\"192.0.2.%d\",\"dst_port\":443,\"protocol\":\"TCP\","
            .formatted(number * 7 % 5, number * 13 % 250, number % 200)
        + "\"start_time\":\"%s\",\"end_time\":\"%s\",\"bytes_in\":%d,\"bytes_out\":%d,\"packets\":%d}"
            .formatted(start, start.plusMillis(400), number % 5000, number % 90_000, number % 40);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double medianRatio(double[] one, double[] other) {
    double[] ratios = new double[one.length];
    Arrays.setAll(ratios, i -> one[i] / other[i]);
    return median(ratios);
  }
}
