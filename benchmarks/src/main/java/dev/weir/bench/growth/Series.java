package dev.weir.bench.growth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.Machine;
import dev.weir.bench.pipeline.Broker;
import dev.weir.bench.pipeline.Cluster;
import dev.weir.bench.pipeline.Figures;
import dev.weir.bench.pipeline.FlowText;
import dev.weir.bench.pipeline.Job;
import dev.weir.bench.pipeline.Measurement;
import dev.weir.bench.pipeline.Runner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Runs cases in turn, round after round, in another order each round, after a round that does not
 * count. Figures are medians over the rounds, ratios medians of those within each round.
 */
final class Series {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Broker broker;
  private final FlowText text;
  private final int rounds;
  private final Consumer<String> progress;

  Series(Broker broker, FlowText text, int rounds, Consumer<String> progress) {
    this.broker = broker;
    this.text = text;
    this.rounds = rounds;
    this.progress = progress;
  }

  int rounds() {
    return rounds;
  }

  /**
   * Measures.
   *
   * @param longest records of a case that is still run to warm up; longer ones warm themselves up
   * @return an object for each case, by name
   */
  ObjectNode measure(List<Case> cases, long longest) throws Exception {
    Map<String, List<Measurement>> measured = new LinkedHashMap<>();
    cases.forEach(each -> measured.put(each.name(), new ArrayList<>()));
    List<Case> order = new ArrayList<>(cases);
    try (Slots clusters = new Slots()) {
      for (int round = 0; round <= rounds; round++) {
        for (Case each : order) {
          if (round > 0 || each.traffic().records() <= longest) {
            Measurement run = run(clusters.with(each.slots()), each);
            if (round > 0) {
              measured.get(each.name()).add(run);
            }
            progress.accept(
                String.format(
                    "round %d/%d  %-22s %,9.0f records/s",
                    round, rounds, each.name(), run.recordsPerSecond()));
          }
        }
        Collections.rotate(order, 1);
      }
    }
    ObjectNode out = JSON.createObjectNode();
    for (Case each : cases) {
      out.set(each.name(), figures(measured.get(each.name()), measured.get(each.base()), each));
    }
    return out;
  }

  /** The cluster that there is for as long as cases want as many slots. */
  private static final class Slots implements AutoCloseable {

    private Cluster cluster;

    Cluster with(int slots) throws Exception {
      if (cluster == null || cluster.slots() != slots) {
        close();
        cluster = Cluster.start(slots);
      }
      return cluster;
    }

    @Override
    public void close() {
      if (cluster != null) {
        cluster.close();
      }
    }
  }

  private Measurement run(Cluster cluster, Case each) throws Exception {
    return new Runner(broker, cluster)
        .run(
            new Job(broker, each.topic(), text, each.model()),
            each.backend(),
            each.traffic().records());
  }

  private ObjectNode figures(List<Measurement> runs, List<Measurement> base, Case each) {
    ObjectNode out = JSON.createObjectNode();
    out.put("records_per_second", median(runs, Measurement::recordsPerSecond, 0));
    out.put("cpu_us_per_record", median(runs, Measurement::cpuMicrosPerRecord, 3));
    out.put("windows_per_second", median(runs, Measurement::windowsPerSecond, 0));
    out.put(
        "ratio_to_base",
        Figures.rounded(
            Figures.pairedRatio(
                Figures.each(runs, Measurement::recordsPerSecond),
                Figures.each(base, Measurement::recordsPerSecond)),
            3));
    out.put("base", each.base());
    out.put("backend", each.backend().toString());
    out.put("slots", each.slots());
    out.put("gc_time_ms", median(runs, Measurement::gcMillis, 0));
    out.put("records", runs.get(0).records());
    out.put("windows", runs.get(0).windows());
    out.put("rounds", rounds);
    var rates = out.putArray("records_per_second_of_rounds");
    runs.forEach(run -> rates.add(Figures.rounded(run.recordsPerSecond(), 0)));
    Machine.here().describe(out);
    return out;
  }

  private static double median(
      List<Measurement> runs, ToDoubleFunction<Measurement> figure, int digits) {
    return Figures.rounded(Figures.median(runs, figure), digits);
  }
}
