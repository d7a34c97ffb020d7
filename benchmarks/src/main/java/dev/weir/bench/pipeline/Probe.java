package dev.weir.bench.pipeline;

import dev.weir.job.operator.Counter;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Looks at a job's state while it holds just one window of flows, not yet closed.
 *
 * <p>On the heap the state is what a full collection leaves, less what it leaves of the same job
 * with nothing to read; in RocksDB it is what a checkpoint of everything holds.
 */
final class Probe {

  private static final long READ_SECONDS = 300;
  private static final String WINDOWED = Counter.metric(Counter.WINDOWED.id());

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
    long sources = activeSources(plan.workload().traffic(text, 1));
    long empty = with(configuration, inputs.nothing(), inputs, job -> usedHeap());
    return with(
        configuration,
        inputs.oneWindow(text),
        inputs,
        job -> {
          job.await("the window's last flow", () -> job.count(WINDOWED) >= flows, READ_SECONDS);
          long used = usedHeap() - empty;
          job.checkpoint();
          Measurement.Checkpoint full = Checkpoints.of(job).get(0);
          return new State(
              sources, configuration.backend() == Backend.HEAP ? used : full.stateBytes(), full);
        });
  }

  /** What is done while a job runs. */
  private interface Look<T> {
    T at(RunningJob job) throws Exception;
  }

  private <T> T with(Configuration configuration, String topic, Inputs inputs, Look<T> look)
      throws Exception {
    try (Job job = new Job(broker, topic, configuration.text(), inputs.model(configuration))) {
      StreamExecutionEnvironment env = cluster.environment(configuration.backend());
      job.build(env);
      try (RunningJob running = cluster.submit(env, "state")) {
        running.awaitTasks();
        return look.at(running);
      }
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

  private static long usedHeap() {
    // Once for what finalizers let go of, once more for what that held.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
