package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What scripts/bench growth measured. */
final class GrowthTables {

  private GrowthTables() {}

  static Table closing(Results results) {
    Table table = new Table("state", "windows", "last alert after", "last score seen after");
    for (Map.Entry<String, JsonNode> each : results.growth().path("closing").properties()) {
      JsonNode row = each.getValue();
      table.row(
          each.getKey(),
          Cells.whole(row.path("windows")),
          Cells.seconds(row.path("last_alert_ms")),
          Cells.seconds(row.path("last_score_ms")));
    }
    return table;
  }

  static Table sources(Results results) {
    Table table =
        new Table("state and active sources", "flows", "records/s", "CPU µs", "to the fewest");
    for (Map.Entry<String, JsonNode> each : results.growth().path("sources").properties()) {
      JsonNode row = each.getValue();
      table.row(
          each.getKey().replace('_', ' '),
          Cells.whole(row.path("records")),
          Cells.whole(row.path("records_per_second")),
          Cells.fine(row.path("cpu_us_per_record")),
          Cells.fine(row.path("ratio_to_base")));
    }
    return table;
  }

  static Table slots(Results results) {
    Table table = new Table("task slots", "records/s", "CPU µs", "to the first");
    for (Map.Entry<String, JsonNode> each : results.growth().path("slots").properties()) {
      JsonNode row = each.getValue();
      table.row(
          each.getKey(),
          Cells.whole(row.path("records_per_second")),
          Cells.fine(row.path("cpu_us_per_record")),
          Cells.fine(row.path("ratio_to_base")));
    }
    return table;
  }

  static Table loads(Results results) {
    Table table = new Table("load", "state", "records/s", "CPU µs", "to the usual load");
    loads(table, "one source sends 90 %", results.growth().path("hot"));
    loads(table, "windows of 1 min every 10 s", results.growth().path("slide"));
    return table;
  }

  private static void loads(Table table, String name, JsonNode part) {
    for (Map.Entry<String, JsonNode> each : part.properties()) {
      JsonNode row = each.getValue();
      boolean usual = each.getKey().equals(row.path("base").asText());
      table.row(
          usual ? "the usual one, beside the next" : name,
          row.path("backend").asText(),
          Cells.whole(row.path("records_per_second")),
          Cells.fine(row.path("cpu_us_per_record")),
          Cells.fine(row.path("ratio_to_base")));
    }
  }
}
