package dev.weir.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.Machine;
import dev.weir.bench.pipeline.Backend;
import dev.weir.bench.pipeline.Broker;
import dev.weir.bench.pipeline.Cluster;
import dev.weir.bench.pipeline.Figures;
import dev.weir.bench.pipeline.FlowText;
import dev.weir.bench.pipeline.Job;
import dev.weir.bench.pipeline.Loader;
import dev.weir.bench.pipeline.RunningJob;
import dev.weir.bench.pipeline.Sources;
import dev.weir.bench.pipeline.Traffic;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.operator.Counter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Lets many sources have a window open, then sends one more flow to each partition, which closes
 * all of them, and waits for the last score and the last alert.
 */
final class ClosingAtOnce {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FlowText TEXT = FlowText.JSON;
  private static final long PATIENCE_SECONDS = 600;
  private static final long WINDOW = 60_000;
  private static final AtomicInteger TOPICS = new AtomicInteger();

  private final Broker broker;
  private final Cluster cluster;
  private final Path model;

  ClosingAtOnce(Broker broker, Cluster cluster, Path model) {
    this.broker = broker;
    this.cluster = cluster;
    this.model = model;
  }

  /**
   * Measures, after a run that does not count.
   *
   * @return medians over the rounds
   */
  ObjectNode measure(int windows, Backend backend, int rounds) throws Exception {
    List<Delays> measured = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Delays delays = run(windows, backend);
      if (round > 0) {
        measured.add(delays);
      }
    }
    ObjectNode out = JSON.createObjectNode();
    out.put("windows", windows);
    out.put("last_score_ms", Math.round(Figures.median(measured, Delays::score)));
    double alert = Figures.median(measured, Delays::alert);
    out.put("last_alert_ms", Double.isNaN(alert) ? null : Math.round(alert));
    out.put("backend", backend.toString());
    out.put("rounds", rounds);
    Machine.here().describe(out);
    return out;
  }

  /**
   * What passed since the broker had the last message that the windows waited for.
   *
   * @param score milliseconds until the last score, as heartbeats tell it: up to a quarter of a
   *     second too many
   * @param alert milliseconds until the broker had the last alert; NaN where there was none
   */
  private record Delays(double score, double alert) {}

  private Delays run(int windows, Backend backend) throws Exception {
    String topic = "closing-" + TOPICS.incrementAndGet();
    broker.create(topic);
    Loader.load(broker, topic, flows(windows, windows, Traffic.EPOCH), TEXT);
    try (Job job = new Job(broker, topic, TEXT, model)) {
      StreamExecutionEnvironment env = cluster.environment(backend);
      job.tellingAll().build(env);
      try (RunningJob running = cluster.submit(env, "closing")) {
        await(running, Counter.WINDOWED, windows);
        // One for each partition, late enough that nothing before them is waited for any more.
        Traffic last = flows(broker.partitions(), 1, Traffic.EPOCH + 2 * WINDOW);
        long acknowledged = Loader.loadAndTell(broker, topic, last, TEXT);
        await(running, Counter.WINDOWS, windows);
        long scored = System.currentTimeMillis() - acknowledged;
        // Its barrier stands behind every alert, and waits until the broker has them.
        running.checkpoint();
        return new Delays(scored, lastAlert(job) - acknowledged);
      }
    } finally {
      broker.delete(List.of(topic));
    }
  }

  private static Traffic flows(long records, int sources, long start) {
    return new Traffic(records, Sources.each(sources), 1, start + WINDOW / 2, WINDOW / 4, 0);
  }

  private static void await(RunningJob job, Counter counter, long count) throws Exception {
    String name = Counter.metric(counter.id());
    job.await(counter.id() + " " + count, () -> job.count(name) >= count, PATIENCE_SECONDS);
  }

  /** When the broker had the last alert, in epoch milliseconds; NaN where there is none. */
  private double lastAlert(Job job) {
    double[] last = {Double.NaN};
    TopicContent.read(
        KafkaAccess.plain(broker.bootstrapServers()),
        job.alerts(),
        message ->
            last[0] =
                Double.isNaN(last[0])
                    ? message.timestamp()
                    : Math.max(last[0], (double) message.timestamp()));
    return last[0];
  }
}
