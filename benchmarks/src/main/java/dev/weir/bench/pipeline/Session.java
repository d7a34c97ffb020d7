package dev.weir.bench.pipeline;

import dev.weir.bench.Machine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out a plan: topics are filled once, everything is warmed up, then rounds alternate. */
public final class Session {

  private final Plan plan;
  private final Consumer<String> progress;

  /** Tells of its progress in lines. */
  public Session(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** Measures. */
  public Report run() throws Exception {
    try (Broker broker = Broker.start(plan.partitions());
        Cluster cluster = Cluster.start(plan.parallelism())) {
      Inputs inputs = Inputs.load(plan, broker, progress);
      Runner runner = new Runner(broker, cluster);
      for (Configuration configuration : plan.configurations()) {
        run(runner, configuration, inputs);
        progress.accept("warmed up  " + configuration);
      }
      Map<Configuration, List<Measurement>> rounds = rounds(runner, inputs);
      return new Report(
          plan,
          Machine.here(),
          inputs.messageBytes(),
          rounds,
          plan.weighsState() ? states(broker, cluster, inputs) : Map.of(),
          plan.latencySeconds() > 0 ? latencies(broker, cluster, inputs, rounds) : Map.of());
    }
  }

  private Map<Configuration, Probe.State> states(Broker broker, Cluster cluster, Inputs inputs)
      throws Exception {
    Map<Configuration, Probe.State> states = new EnumMap<>(Configuration.class);
    for (Configuration configuration : jobs()) {
      states.put(configuration, new Probe(broker, cluster).measure(plan, configuration, inputs));
      progress.accept("state      " + configuration);
    }
    return states;
  }

  /** Exactly once an alert shows with the next checkpoint, whenever that is: nothing to time. */
  private Map<Configuration, Latency.Seen> latencies(
      Broker broker, Cluster cluster, Inputs inputs, Map<Configuration, List<Measurement>> rounds)
      throws Exception {
    Map<Configuration, Latency.Seen> latencies = new EnumMap<>(Configuration.class);
    for (Configuration configuration : jobs()) {
      if (!configuration.isExactlyOnce()) {
        double rate = Figures.median(rounds.get(configuration), Measurement::recordsPerSecond) / 2;
        latencies.put(
            configuration,
            new Latency(broker, cluster)
                .measure(plan, configuration, inputs.model(configuration), rate));
        progress.accept("latency    " + configuration);
      }
    }
    return latencies;
  }

  private List<Configuration> jobs() {
    return plan.configurations().stream().filter(Configuration::isJob).toList();
  }

  private Map<Configuration, List<Measurement>> rounds(Runner runner, Inputs inputs)
      throws Exception {
    Map<Configuration, List<Measurement>> measured = new EnumMap<>(Configuration.class);
    List<Configuration> order = new ArrayList<>(plan.configurations());
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Configuration configuration : order) {
        Measurement run = run(runner, configuration, inputs);
        measured.computeIfAbsent(configuration, c -> new ArrayList<>()).add(run);
        progress.accept(
            String.format(
                "round %d/%d  %-22s %,9.0f records/s",
                round, plan.rounds(), configuration, run.recordsPerSecond()));
      }
      // Whoever comes first finds the machine in another state than whoever comes last.
      Collections.rotate(order, 1);
    }
    return measured;
  }

  private Measurement run(Runner runner, Configuration configuration, Inputs inputs)
      throws Exception {
    return runner.run(
        configuration,
        inputs.all(configuration.text()),
        plan.workload().records(),
        inputs.model(configuration));
  }
}
