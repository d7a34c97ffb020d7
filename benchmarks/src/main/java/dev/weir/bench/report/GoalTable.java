package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;

/** Each goal beside what was reached. */
final class GoalTable {

  private static final double MEGA = 1e6;

  private final Results results;
  private final Table table = new Table("goal", "reached", "met");

  private GoalTable(Results results) {
    this.results = results;
  }

  static Table of(Results results) {
    GoalTable goals = new GoalTable(results);
    goals.ratios();
    goals.latencyAndState();
    goals.forest();
    goals.decoders();
    return goals.table;
  }

  private void ratios() {
    JsonNode pipeline = results.pipeline();
    atLeast(
        "identity 0.30 of a plain consumer",
        pipeline.path("identity").path("ratio_to_consumer").asDouble(Double.NaN),
        0.3);
    toIdentity("`json_heap` 1.50 times identity", "json_heap", 1.5);
    atLeast(
        "`json_heap` 0.45 of discard",
        pipeline.path("json_heap").path("ratio_to_discard").asDouble(Double.NaN),
        0.45);
    toIdentity("`json_rocksdb` 0.60 times identity", "json_rocksdb", 0.6);
    toIdentity("`vpc_rocksdb` 0.60 times identity", "vpc_rocksdb", 0.6);
    atLeast(
        "VPC lines faster than JSON on the heap",
        JobTables.ratio(pipeline, "vpc_heap", "json_heap"),
        1);
    atLeast(
        "VPC lines faster than JSON in RocksDB",
        JobTables.ratio(pipeline, "vpc_rocksdb", "json_rocksdb"),
        1);
    atLeast(
        "exactly once 0.90 of the speed of at least once",
        JobTables.ratio(results.exactlyOnce(), "json_heap_exactly_once", "json_heap"),
        0.9);
  }

  private void latencyAndState() {
    for (String name : new String[] {"json_heap", "json_rocksdb", "vpc_heap", "vpc_rocksdb"}) {
      atMost(
          "p99 of alerts below 1,000 ms at half of the speed, " + Cells.code(name),
          results.pipeline().path(name).path("alert_latency_ms_p99"),
          1000,
          " ms");
    }
    for (String name : new String[] {"json_heap", "vpc_heap", "json_rocksdb"}) {
      atMost(
          "600 bytes of state per active source, " + Cells.code(name),
          results.pipeline().path(name).path("state_bytes_per_source"),
          600,
          "");
    }
    for (String name : new String[] {"heap", "rocksdb"}) {
      atMost(
          "last alert of a million windows within 5,000 ms, " + name,
          results.growth().path("closing").path(name).path("last_alert_ms"),
          5000,
          " ms");
    }
  }

  private void forest() {
    JsonNode forest = results.forest().path("16");
    atLeast(
        "forest 25 times Smile, one row, d = 16",
        forest.path("single_ratio").asDouble(Double.NaN),
        25);
    atLeast(
        "forest 40 times Smile, many rows", forest.path("batch_ratio").asDouble(Double.NaN), 40);
    atLeast(
        "forest 4 times ONNX Runtime, many rows",
        forest.path("onnx_ratio").asDouble(Double.NaN),
        4);
    double difference = forest.path("max_score_difference").asDouble(Double.NaN);
    table.row(
        "scores equal to Smile's within 1e-9",
        Cells.tiny(forest.path("max_score_difference")),
        met(difference <= 1e-9));
  }

  private void decoders() {
    decoder("JSON 1.0 M flows/s and thread", "json", 1);
    decoder("VPC v2 lines 2.0 M flows/s and thread", "vpc_v2", 2);
  }

  private void decoder(String goal, String format, double millions) {
    double rate = MicroTables.perSecond(results.jmh("DecodeBenchmark.decode", format)) / MEGA;
    table.row(goal, Cells.fine(rate) + " M", met(rate >= millions));
  }

  private void toIdentity(String goal, String configuration, double least) {
    atLeast(
        goal,
        results.pipeline().path(configuration).path("ratio_to_identity").asDouble(Double.NaN),
        least);
  }

  private void atLeast(String goal, double reached, double least) {
    table.row(goal, Cells.fine(reached), met(reached >= least));
  }

  private void atMost(String goal, JsonNode reached, double most, String unit) {
    table.row(
        goal,
        reached.isNumber() ? Cells.whole(reached) + unit : "",
        met(reached.isNumber() && reached.asDouble() <= most));
  }

  private static String met(boolean met) {
    return met ? "yes" : "no";
  }
}
