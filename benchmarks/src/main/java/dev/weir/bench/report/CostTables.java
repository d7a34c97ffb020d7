package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What flows and windows cost, derived from what was measured. */
final class CostTables {

  private static final List<String> BACKENDS = List.of("heap", "rocksdb");

  private static final double MICROS = 1e6;
  private static final double BILLION = 1e9;
  private static final double SECONDS_OF_HOUR = 3_600;

  /** The worked example's. */
  private static final double FLOWS_PER_SECOND = 100_000;

  private static final double ACTIVE_SOURCES = 200_000;
  private static final double WINDOW_SECONDS = 60;

  /** ceil((1 min + 30 s) / 1 min). */
  private static final double OPEN_WINDOWS = 2;

  /** What a standstill has left is caught up with in as long as it lasted. */
  private static final double CATCHING_UP = 2;

  private CostTables() {}

  /**
   * Cost in microseconds of one core.
   *
   * @param perFlow to read, decode and add it up
   * @param perWindow of a source, to keep, close, score and judge it, targets' windows included
   */
  record Cost(double perFlow, double perWindow) {

    /**
     * Two loads of as many flows give two equations: every source in turn, so many that each flow
     * shares its window with others, and so many that each has one of its own.
     */
    static Cost of(JsonNode few, JsonNode many) {
      double slope = (micros(many) - micros(few)) / (windowsPerFlow(many) - windowsPerFlow(few));
      return new Cost(micros(few) - slope * windowsPerFlow(few), slope);
    }

    private static double micros(JsonNode row) {
      return row.path("cpu_us_per_record").asDouble(Double.NaN);
    }

    private static double windowsPerFlow(JsonNode row) {
      return row.path("windows").asDouble(Double.NaN) / row.path("records").asDouble(Double.NaN);
    }

    /** Cores that the worked example's flows need, and its windows. */
    double coresForFlows() {
      return FLOWS_PER_SECOND * perFlow / MICROS;
    }

    double coresForWindows() {
      return ACTIVE_SOURCES / WINDOW_SECONDS * perWindow / MICROS;
    }
  }

  private static Cost of(Results results, String backend) {
    JsonNode sources = results.growth().path("sources");
    return Cost.of(sources.path(backend + "_10000"), sources.path(backend + "_1000000"));
  }

  static Table cost(Results results) {
    Table table =
        new Table(
            "state",
            "µs per flow",
            "µs per window",
            "core hours per billion flows, JSON",
            "VPC lines",
            "the broker's, beside JSON");
    for (String backend : BACKENDS) {
      Cost cost = of(results, backend);
      JsonNode json = results.pipeline().path("json_" + backend);
      JsonNode vpc = results.pipeline().path("vpc_" + backend);
      table.row(
          backend,
          Cells.fine(cost.perFlow()),
          Cells.fine(cost.perWindow()),
          Cells.fine(coreHours(json.path("cpu_us_per_record"))),
          Cells.fine(coreHours(vpc.path("cpu_us_per_record"))),
          Cells.fine(coreHours(json.path("broker_cpu_us_per_record"))));
    }
    return table;
  }

  private static double coreHours(JsonNode micros) {
    return micros.asDouble(Double.NaN) / MICROS * BILLION / SECONDS_OF_HOUR;
  }

  static Table example(Results results) {
    Cost heap = of(results, BACKENDS.get(0));
    Cost rocks = of(results, BACKENDS.get(1));
    return new Table("", BACKENDS.get(0), BACKENDS.get(1))
        .row("cores for flows", cores(heap.coresForFlows()), cores(rocks.coresForFlows()))
        .row("cores for windows", cores(heap.coresForWindows()), cores(rocks.coresForWindows()))
        .row(
            "cores, with as many again to catch up",
            cores(CATCHING_UP * (heap.coresForFlows() + heap.coresForWindows())),
            cores(CATCHING_UP * (rocks.coresForFlows() + rocks.coresForWindows())))
        .row("state", state(results, "heap"), state(results, "rocksdb"));
  }

  private static String cores(double cores) {
    return Cells.fine(cores);
  }

  private static String state(Results results, String backend) {
    double bytes =
        results
            .pipeline()
            .path("json_" + backend)
            .path("state_bytes_per_source")
            .asDouble(Double.NaN);
    return Cells.whole(ACTIVE_SOURCES * OPEN_WINDOWS * bytes / MICROS) + " MB";
  }
}
