package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.bench.pipeline.Figures;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What scripts/bench pipeline measured. */
final class JobTables {

  private static final String ROUNDS = "records_per_second_of_rounds";

  private JobTables() {}

  static Table job(Results results) {
    Table table =
        new Table(
            "configuration",
            "records/s",
            "CPU µs",
            "broker's CPU µs",
            "windows/s",
            "to consumer",
            "to discard",
            "to identity",
            "state B/source",
            "checkpoint",
            "alert p50 / p99",
            "GC ms");
    for (Map.Entry<String, JsonNode> each : results.pipeline().properties()) {
      JsonNode row = each.getValue();
      table.row(
          Cells.code(each.getKey()),
          Cells.whole(row.path("records_per_second")),
          Cells.fine(row.path("cpu_us_per_record")),
          Cells.fine(row.path("broker_cpu_us_per_record")),
          Cells.whole(row.path("windows_per_second")),
          Cells.fine(row.path("ratio_to_consumer")),
          Cells.fine(row.path("ratio_to_discard")),
          Cells.fine(row.path("ratio_to_identity")),
          Cells.whole(row.path("state_bytes_per_source")),
          pair(
              Cells.megabytes(row.path("checkpoint_size_bytes")),
              ", ",
              Cells.whole(row.path("checkpoint_duration_ms"))),
          pair(
              Cells.whole(row.path("alert_latency_ms_p50")),
              " / ",
              Cells.whole(row.path("alert_latency_ms_p99"))),
          Cells.whole(row.path("gc_time_ms")));
    }
    return table;
  }

  private static String pair(String first, String between, String millis) {
    return first.isEmpty() || millis.isEmpty() ? "" : first + between + millis + " ms";
  }

  static Table exactlyOnce(Results results) {
    Table table =
        new Table("configuration", "records/s", "CPU µs", "checkpoints", "to `json_heap`");
    for (Map.Entry<String, JsonNode> each : results.exactlyOnce().properties()) {
      JsonNode row = each.getValue();
      table.row(
          Cells.code(each.getKey()),
          Cells.whole(row.path("records_per_second")),
          Cells.fine(row.path("cpu_us_per_record")),
          Cells.whole(row.path("checkpoints")),
          Cells.fine(ratio(results.exactlyOnce(), each.getKey(), "json_heap")));
    }
    return table;
  }

  /** The median over rounds of how a configuration's speed compares with another's. */
  static double ratio(JsonNode pipeline, String of, String to) {
    return Figures.pairedRatio(rounds(pipeline.path(of)), rounds(pipeline.path(to)));
  }

  private static double[] rounds(JsonNode row) {
    return StreamSupport.stream(row.path(ROUNDS).spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
