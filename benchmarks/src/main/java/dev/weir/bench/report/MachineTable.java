package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;

/** On what the figures were measured. */
final class MachineTable {

  private static final double GIBI = 1024;

  private MachineTable() {}

  static Table of(Results results) {
    Table table = new Table("command", "date", "CPU", "cores", "RAM", "JDK", "-Xmx", "rounds");
    for (Results.Origin origin : results.origins()) {
      JsonNode machine = origin.machine();
      table.row(
          origin.command(),
          machine.path("date").asText(),
          machine.path("cpu").asText(),
          machine.path("cores").asText(),
          gibibytes(machine.path("memory_mib")),
          machine.path("jdk").asText(),
          gibibytes(machine.path("max_heap_mib")),
          rounds(origin.row()));
    }
    return table;
  }

  private static String gibibytes(JsonNode mebibytes) {
    return mebibytes.isNumber() ? Cells.rough(mebibytes.asDouble() / GIBI) + " GiB" : "";
  }

  /** JMH calls them iterations. */
  private static String rounds(JsonNode row) {
    return row.path("rounds").asText(row.path("measurementIterations").asText());
  }
}
