package dev.weir.job.source;

import dev.weir.decode.Repair;
import dev.weir.job.operator.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.metrics.MetricGroup;

/** Counts what decoders mend, as metrics where entries are read. */
final class RepairMetrics {

  private RepairMetrics() {}

  /** Registers a counter for each kind, and counts what it is given. */
  static Consumer<Repair> in(MetricGroup metrics) {
    Map<Repair, org.apache.flink.metrics.Counter> counters = new EnumMap<>(Repair.class);
    for (Repair repair : Repair.values()) {
      counters.put(repair, Counter.ofRepair(metrics, repair));
    }
    return repair -> counters.get(repair).inc();
  }
}
