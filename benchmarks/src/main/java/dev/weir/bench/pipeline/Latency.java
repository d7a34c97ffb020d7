package dev.weir.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.feature.WindowSpec;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.operator.Counter;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How long an alert takes while flows come in at a steady pace: from the moment at which the last
 * message was sent that lets the alert's window close (the first in its partition whose event time
 * lies beyond the window's end by the out-of-orderness; of the partitions the last) to the moment
 * at which the broker had the alert.
 */
final class Latency {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CATCH_UP_SECONDS = 120;

  /** A slow job sees smaller windows rather than too few of them. */
  private static final int LEAST_WINDOWS = 6;

  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Broker broker;
  private final Cluster cluster;

  Latency(Broker broker, Cluster cluster) {
    this.broker = broker;
    this.cluster = cluster;
  }

  /**
   * What was seen.
   *
   * @param recordsPerSecond at which flows were sent
   * @param alerts that were timed
   * @param millis of each, ascending
   * @param checkpoints that were taken meanwhile
   */
  record Seen(
      double recordsPerSecond,
      int alerts,
      long[] millis,
      List<Measurement.Checkpoint> checkpoints) {

    /** The smallest latency that this share of the alerts did not exceed; empty without alerts. */
    OptionalLong quantile(double share) {
      return millis.length == 0
          ? OptionalLong.empty()
          : OptionalLong.of(millis[(int) Math.ceil(share * millis.length) - 1]);
    }
  }

  Seen measure(Plan plan, Configuration configuration, Path model, double rate) throws Exception {
    FlowText text = configuration.text();
    WindowSpec window = ModelFile.read(model).window();
    Traffic traffic =
        plan.workload().paced(text, (long) (rate * plan.latencySeconds()), LEAST_WINDOWS);
    String topic = "paced-" + configuration;
    broker.create(topic);
    try (Job job = new Job(broker, topic, text, model)) {
      StreamExecutionEnvironment env = cluster.environment(configuration.backend());
      job.tellingAll().build(env);
      try (RunningJob running = cluster.submit(env, "latency")) {
        running.awaitTasks();
        Closings closings = new Closings(window, text.format().outOfOrderness().toMillis());
        double reached = Pacer.send(broker, topic, traffic, text, rate, closings);
        awaitQuiet(running, traffic.records());
        long[] millis = latencies(job.alerts(), closings);
        return new Seen(reached, millis.length, millis, Checkpoints.of(running));
      }
    } finally {
      broker.delete(List.of(topic));
    }
  }

  private static void awaitQuiet(RunningJob job, long records) throws Exception {
    job.await("the last flow", () -> count(job, Counter.WINDOWED) >= records, CATCH_UP_SECONDS);
    long windows = -1;
    while (windows != count(job, Counter.WINDOWS)) {
      windows = count(job, Counter.WINDOWS);
      LockSupport.parkNanos(SETTLED_NANOS);
    }
  }

  private static long count(RunningJob job, Counter counter) {
    return job.count(Counter.metric(counter.id()));
  }

  private long[] latencies(String alerts, Closings closings) {
    LongStream.Builder all = LongStream.builder();
    TopicContent.read(
        KafkaAccess.plain(broker.bootstrapServers()),
        alerts,
        message ->
            windowEnd(message.value()).stream()
                .flatMap(end -> closings.closedAt(end).stream())
                .forEach(sent -> all.add(message.timestamp() - sent)));
    long[] millis = all.build().toArray();
    Arrays.sort(millis);
    return millis;
  }

  /** The end of the window whose closing an alert tells of; empty of other alerts. */
  private static OptionalLong windowEnd(byte[] alert) {
    try {
      JsonNode json = JSON.readTree(alert);
      boolean opens = json.get("status").asText().equals("open") && !json.get("early").asBoolean();
      return opens
          ? OptionalLong.of(Instant.parse(json.get("window_end").asText()).toEpochMilli())
          : OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("an alert is no JSON", e);
    }
  }
}
