package dev.weir.bench.pipeline;

import dev.weir.flow.UserException;
import dev.weir.job.operator.Counter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs jobs over everything that a topic holds, and measures them. */
public final class Runner {

  private static final long FIRST_RECORD_SECONDS = 60;

  private static final AtomicInteger COPIES = new AtomicInteger();

  private final Broker broker;
  private final Cluster cluster;

  /** Between a broker's topics, on a cluster. */
  public Runner(Broker broker, Cluster cluster) {
    this.broker = broker;
    this.cluster = cluster;
  }

  /**
   * Runs a configuration.
   *
   * @param topic of as many messages as records
   * @param model of the job; not looked at for a yardstick
   */
  Measurement run(Configuration configuration, String topic, long records, Path model)
      throws Exception {
    if (configuration == Configuration.CONSUMER) {
      return PlainConsumer.measure(broker, topic);
    }
    if (configuration.isJob()) {
      Job job = new Job(broker, topic, configuration.text(), model);
      if (configuration.isExactlyOnce()) {
        job.with("--delivery=exactly-once");
      }
      return run(job, configuration.backend(), records);
    }
    StreamExecutionEnvironment env = cluster.environment(configuration.backend());
    if (configuration == Configuration.DISCARD) {
      PlainFlink.discard(env, broker.bootstrapServers(), topic);
      return measure(env, records);
    }
    String copy = "copy-" + COPIES.incrementAndGet();
    broker.create(copy);
    try {
      PlainFlink.identity(env, broker.bootstrapServers(), topic, copy);
      return measure(env, records);
    } finally {
      broker.delete(List.of(copy));
    }
  }

  /** Runs a job, and closes it. */
  public Measurement run(Job job, Backend backend, long records) throws Exception {
    try (job) {
      StreamExecutionEnvironment env = cluster.environment(backend);
      job.buildBounded(env);
      return measure(env, records);
    }
  }

  private Measurement measure(StreamExecutionEnvironment env, long records) throws Exception {
    Tap.reset();
    // What a run before has left behind is not this one's to clear away.
    System.gc();
    try (RunningJob job = cluster.submit(env, "bench")) {
      job.await("a first record", () -> Tap.read() > 0, FIRST_RECORD_SECONDS);
      Clocks first = Clocks.now();
      double brokerBefore = broker.cpuSeconds();
      job.awaitEnd();
      Clocks end = Clocks.now();
      double brokerCpu = broker.cpuSeconds() - brokerBefore;
      if (Tap.read() != records) {
        throw new UserException("the job read " + Tap.read() + " of " + records + " records");
      }
      return new Measurement(
          records,
          Math.max(1, job.finishedAt() - first.millis()) / (double) TimeUnit.SECONDS.toMillis(1),
          end.cpuSecondsSince(first),
          brokerCpu,
          end.gcMillisSince(first),
          job.count(Counter.metric(Counter.WINDOWS.id())),
          job.count(Counter.metric(Counter.ALERTS.id())),
          Checkpoints.of(job));
    }
  }
}
