package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What scripts/bench micro measured, on one thread. */
final class MicroTables {

  private static final String DECODE = "DecodeBenchmark.decode";
  private static final String SERIALIZER = "SerializerBenchmark.";

  /** What an operation of a benchmark is. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("AccumulatorBenchmark.add", "a flow into a window's features"),
          Map.entry("AccumulatorBenchmark.addWithEvidence", "a flow into a source's window"),
          Map.entry("AccumulatorBenchmark.addToTarget", "a flow into a target's window"),
          Map.entry("AccumulatorBenchmark.merge", "two sums of 500 flows into one, with a copy"),
          Map.entry("AccumulatorBenchmark.toVector", "a window's features when it closes"),
          Map.entry("AccumulatorBenchmark.toView", "a source's window when it closes"),
          Map.entry("ForestScoring.single", "a row scored by 100 trees of 256"),
          Map.entry("ForestScoring.batch", "the same, rows together"),
          Map.entry("ForestScoring.batchWithHoles", "the same, each without one value"),
          Map.entry("ModelLoad.parse", "a model file read: 128 trees of 32,768"));

  private MicroTables() {}

  static Table decoders(Results results) {
    Table table = new Table("format", "flows/s", "±");
    for (JsonNode result : results.micro()) {
      if (isOf(result, DECODE)) {
        table.row(
            Cells.code(String.join(" ", Results.parameters(result))), rate(result), error(result));
      }
    }
    return table;
  }

  static Table parts(Results results) {
    Table table = new Table("part", "an operation is", "operations/s", "±");
    for (JsonNode result : results.micro()) {
      String name = name(result);
      if (PARTS.containsKey(name)) {
        table.row(
            Cells.code((name + ' ' + String.join(" ", Results.parameters(result))).strip()),
            PARTS.get(name),
            rate(result),
            error(result));
      }
    }
    return table;
  }

  static Table serializers(Results results) {
    Map<String, String[]> rows = new TreeMap<>();
    for (JsonNode result : results.micro()) {
      if (isOf(result, SERIALIZER)) {
        String[] row =
            rows.computeIfAbsent(
                String.join(" ", Results.parameters(result)), key -> new String[] {"", ""});
        row[name(result).endsWith("write") ? 0 : 1] = rate(result);
      }
    }
    Table table = new Table("type, flows in it", "written/s", "read/s");
    rows.forEach((value, rates) -> table.row(Cells.code(value), rates[0], rates[1]));
    return table;
  }

  private static boolean isOf(JsonNode result, String benchmark) {
    return name(result).startsWith(benchmark);
  }

  private static String name(JsonNode result) {
    String[] parts = result.path("benchmark").asText().split("\\.", -1);
    return parts.length < 2 ? "" : parts[parts.length - 2] + '.' + parts[parts.length - 1];
  }

  /** Operations per second, whatever the unit. */
  static double perSecond(JsonNode result) {
    JsonNode metric = result.path("primaryMetric");
    double score = metric.path("score").asDouble(Double.NaN);
    return metric.path("scoreUnit").asText().equals("ms/op") ? 1e3 / score : score;
  }

  private static String rate(JsonNode result) {
    return Cells.whole(perSecond(result));
  }

  /** JMH's 99.9 % confidence interval, as a share. */
  private static String error(JsonNode result) {
    JsonNode metric = result.path("primaryMetric");
    double share = metric.path("scoreError").asDouble() / metric.path("score").asDouble();
    return Cells.whole(100 * share) + " %";
  }
}
