package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What scripts/bench forest measured of one size of forest. */
final class ForestTable {

  private static final List<String> RATES =
      List.of("smile", "single", "batch", "nan_row", "onnx", "rcf", "sklearn");
  private static final List<String> RATIOS =
      List.of(
          "single_ratio",
          "batch_ratio",
          "nan_row_ratio",
          "onnx_ratio",
          "rcf_ratio",
          "sklearn_ratio");
  private static final List<String> DIFFERENCES =
      List.of("max_score_difference", "onnx_max_score_difference");

  private ForestTable() {}

  static Table of(JsonNode forest) {
    List<String> heads = new ArrayList<>();
    heads.add("");
    forest.fieldNames().forEachRemaining(width -> heads.add("d = " + width));
    Table table = new Table(heads.toArray(String[]::new));
    for (String rate : RATES) {
      add(table, forest, rate + "_rows_per_second", Cells::whole);
    }
    for (String ratio : RATIOS) {
      add(table, forest, ratio, Cells::fine);
    }
    for (String difference : DIFFERENCES) {
      add(table, forest, difference, Cells::tiny);
    }
    return table;
  }

  private static void add(
      Table table, JsonNode forest, String key, Function<JsonNode, String> cell) {
    List<String> cells = new ArrayList<>();
    cells.add(Cells.code(key));
    forest.forEach(width -> cells.add(cell.apply(width.path(key))));
    table.row(cells.toArray(String[]::new));
  }
}
