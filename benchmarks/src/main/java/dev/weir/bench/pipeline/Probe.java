package dev.weir.bench.pipeline;

import dev.weir.job.operator.Counter;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Looks at a job's state while it holds just one window of flows, not yet closed.
 *
 * <p>On the heap the state is what a full collection leaves, less what it leaves once one more flow
 * in each partition has closed all windows; in RocksDB it is what a checkpoint of everything holds.
 */
final class Probe {

  private static final long READ_SECONDS = 300;
  private static final String WINDOWED = Counter.metric(Counter.WINDOWED.id());
  private static final String WINDOWS = Counter.metric(Counter.WINDOWS.id());

  private static final int MOST_COLLECTIONS = 20;
  private static final long COLLECTION_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Broker broker;
  private final Cluster cluster;

  Probe(Broker broker, Cluster cluster) {
    this.broker = broker;
    this.cluster = cluster;
  }

  /**
   * A job's state.
   *
   * @param sources whose window is open
   * @param bytes of all their state
   * @param checkpoint of all of it, with nothing else to do
   */
  record State(long sources, long bytes, Measurement.Checkpoint checkpoint) {

    double bytesPerSource() {
      return (double) bytes / sources;
    }
  }

  State measure(Plan plan, Configuration configuration, Inputs inputs) throws Exception {
    FlowText text = configuration.text();
    long flows = plan.workload().perWindow();
    Traffic traffic = plan.workload().traffic(text, 1).inOneWindow(flows);
    long sources = activeSources(traffic);
    String topic = "state-" + configuration;
    broker.create(topic);
    Loader.load(broker, topic, traffic, text);
    try (Job job = new Job(broker, topic, text, inputs.model(configuration))) {
      StreamExecutionEnvironment env = cluster.environment(configuration.backend());
      job.build(env);
      try (RunningJob running = cluster.submit(env, "state")) {
        running.awaitTasks();
        running.await("the window's flows", () -> running.count(WINDOWED) >= flows, READ_SECONDS);
        // While one is taken the heap holds what changes meanwhile twice; the next is far off.
        running.checkpoint();
        long open = usedHeap();
        Measurement.Checkpoint full = Checkpoints.of(running).get(0);
        if (configuration.backend() != Backend.HEAP) {
          return new State(sources, full.stateBytes(), full);
        }
        long scored = running.count(WINDOWS);
        Loader.load(broker, topic, Traffic.closing(text, broker.partitions()), text);
        running.await(
            "the windows' end", () -> running.count(WINDOWS) > scored + sources / 2, READ_SECONDS);
        // Its barrier stands behind the timers of that watermark.
        running.checkpoint();
        return new State(sources, open - usedHeap(), full);
      }
    } finally {
      broker.delete(List.of(topic));
    }
  }

  private long activeSources(Traffic traffic) {
    Set<Integer> active = new HashSet<>();
    for (int partition = 0; partition < broker.partitions(); partition++) {
      Flows flows = traffic.partition(partition, broker.partitions());
      while (flows.hasNext()) {
        active.add(flows.next().srcIp);
      }
    }
    return active.size();
  }

  /**
   * What full collections leave once two of them agree: what has just ended, such as a producer or
   * a checkpoint, may be let go of a moment later.
   */
  private static long usedHeap() {
    long used = afterCollection();
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      long before = used;
      LockSupport.parkNanos(COLLECTION_PAUSE_NANOS);
      used = afterCollection();
      if (Math.abs(before - used) < before / 500) {
        break;
      }
    }
    return used;
  }

  private static long afterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
