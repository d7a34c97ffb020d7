package dev.weir.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What a plan's runs come to. Of several runs the figures are medians. */
public final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Plan plan;
  private final Machine machine;
  private final Map<FlowText, Double> messageBytes;
  private final Map<Configuration, List<Measurement>> rounds;
  private final Map<Configuration, Probe.State> states;
  private final Map<Configuration, Latency.Seen> latencies;

  Report(
      Plan plan,
      Machine machine,
      Map<FlowText, Double> messageBytes,
      Map<Configuration, List<Measurement>> rounds,
      Map<Configuration, Probe.State> states,
      Map<Configuration, Latency.Seen> latencies) {
    this.plan = plan;
    this.machine = machine;
    this.messageBytes = messageBytes;
    this.rounds = rounds;
    this.states = states;
    this.latencies = latencies;
  }

  /** The figures by configuration; null where one has no such figure. */
  public ObjectNode figures() {
    ObjectNode all = JSON.createObjectNode();
    for (Configuration configuration : plan.configurations()) {
      all.set(configuration.toString(), figures(configuration));
    }
    return all;
  }

  private ObjectNode figures(Configuration configuration) {
    List<Measurement> runs = rounds.get(configuration);
    ObjectNode out = JSON.createObjectNode();
    out.put(
        "records_per_second",
        Figures.rounded(Figures.median(runs, Measurement::recordsPerSecond), 0));
    out.put(
        "cpu_us_per_record",
        Figures.rounded(Figures.median(runs, Measurement::cpuMicrosPerRecord), 3));
    double broker = Figures.median(runs, Measurement::brokerCpuMicrosPerRecord);
    out.put("broker_cpu_us_per_record", broker == 0 ? null : Figures.rounded(broker, 3));
    out.put(
        "windows_per_second",
        configuration.isJob()
            ? Figures.rounded(Figures.median(runs, Measurement::windowsPerSecond), 0)
            : null);
    out.put("ratio_to_identity", ratio(configuration, Configuration.IDENTITY));
    out.put("ratio_to_discard", ratio(configuration, Configuration.DISCARD));
    out.put("ratio_to_consumer", ratio(configuration, Configuration.CONSUMER));
    putState(out, configuration, runs);
    putLatency(out, latencies.get(configuration));
    out.put("gc_time_ms", Figures.rounded(Figures.median(runs, Measurement::gcMillis), 0));
    putRuns(out, configuration, runs);
    machine.describe(out);
    return out;
  }

  private void putState(ObjectNode out, Configuration configuration, List<Measurement> runs) {
    Probe.State state = states.get(configuration);
    out.put(
        "state_bytes_per_source",
        state == null || state.bytes() <= 0 ? null : Figures.rounded(state.bytesPerSource(), 0));
    out.put("state_sources", state == null ? null : (double) state.sources());
    List<Measurement.Checkpoint> checkpoints = checkpoints(configuration, runs);
    out.put("checkpoint_size_bytes", median(checkpoints, Measurement.Checkpoint::stateBytes));
    out.put("checkpoint_written_bytes", median(checkpoints, Measurement.Checkpoint::writtenBytes));
    out.put("checkpoint_duration_ms", median(checkpoints, Measurement.Checkpoint::millis));
    out.put("checkpoints", checkpoints.size());
  }

  /** Those under load; where every run was too short for one, that of the idle probe. */
  private List<Measurement.Checkpoint> checkpoints(
      Configuration configuration, List<Measurement> runs) {
    Latency.Seen paced = latencies.get(configuration);
    List<Measurement.Checkpoint> underLoad =
        Stream.concat(
                runs.stream().flatMap(run -> run.checkpoints().stream()),
                paced == null ? Stream.empty() : paced.checkpoints().stream())
            .toList();
    Probe.State state = states.get(configuration);
    return underLoad.isEmpty() && state != null ? List.of(state.checkpoint()) : underLoad;
  }

  private static void putLatency(ObjectNode out, Latency.Seen seen) {
    out.put("alert_latency_ms_p50", quantile(seen, 0.5));
    out.put("alert_latency_ms_p99", quantile(seen, 0.99));
    out.put("alert_latency_records_per_second", seen == null ? null : seen.recordsPerSecond());
    out.put("alert_latency_alerts", seen == null ? null : (double) seen.alerts());
  }

  private static Double quantile(Latency.Seen seen, double share) {
    OptionalLong millis = seen == null ? OptionalLong.empty() : seen.quantile(share);
    return millis.isEmpty() ? null : (double) millis.getAsLong();
  }

  private void putRuns(ObjectNode out, Configuration configuration, List<Measurement> runs) {
    Workload workload = plan.workload();
    out.put("records", workload.records());
    out.put("rounds", plan.rounds());
    out.put("sources", workload.sources());
    out.put("windows", workload.windows());
    out.put("parallelism", plan.parallelism());
    out.put("partitions", plan.partitions());
    out.put("message_bytes", Figures.rounded(messageBytes.get(configuration.text()), 1));
    out.put("windows_scored", runs.get(0).windows());
    out.put("alerts", runs.get(0).alerts());
    var each = out.putArray("records_per_second_of_rounds");
    runs.forEach(run -> each.add(Figures.rounded(run.recordsPerSecond(), 0)));
  }

  private Double ratio(Configuration configuration, Configuration yardstick) {
    List<Measurement> runs = rounds.get(configuration);
    List<Measurement> base = rounds.get(yardstick);
    if (base == null) {
      return null;
    }
    return Figures.rounded(
        Figures.pairedRatio(
            Figures.each(runs, Measurement::recordsPerSecond),
            Figures.each(base, Measurement::recordsPerSecond)),
        3);
  }

  private static <T> Double median(List<T> values, ToDoubleFunction<T> figure) {
    return values.isEmpty() ? null : Figures.rounded(Figures.median(values, figure), 0);
  }

  /** The figures that people look at first. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-23s %10s %7s %8s %9s %8s %8s %8s %8s%n",
            "",
            "records/s",
            "cpu us",
            "identity",
            "discard",
            "state B",
            "p50 ms",
            "p99 ms",
            "gc ms"));
    figures()
        .properties()
        .forEach(
            row ->
                table.append(
                    String.format(
                        "%-23s %10s %7s %8s %9s %8s %8s %8s %8s%n",
                        row.getKey(),
                        cell(row.getValue(), "records_per_second", "%,.0f"),
                        cell(row.getValue(), "cpu_us_per_record", "%.2f"),
                        cell(row.getValue(), "ratio_to_identity", "%.2f"),
                        cell(row.getValue(), "ratio_to_discard", "%.2f"),
                        cell(row.getValue(), "state_bytes_per_source", "%,.0f"),
                        cell(row.getValue(), "alert_latency_ms_p50", "%,.0f"),
                        cell(row.getValue(), "alert_latency_ms_p99", "%,.0f"),
                        cell(row.getValue(), "gc_time_ms", "%,.0f"))));
    return table.toString().stripTrailing();
  }

  private static String cell(JsonNode row, String key, String format) {
    return row.get(key).isNull()
        ? "-"
        : String.format(Locale.ROOT, format, row.get(key).asDouble());
  }
}
