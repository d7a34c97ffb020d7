package dev.weir.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.bench.JsonFiles;
import dev.weir.bench.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the benchmarks wrote into one folder, each to the file of its own that is named here. */
record Results(
    JsonNode pipeline,
    JsonNode exactlyOnce,
    JsonNode growth,
    JsonNode forest,
    JsonNode defaultForest,
    JsonNode micro) {

  static Results in(Path folder) {
    return new Results(
        read(folder, "pipeline"),
        read(folder, "pipeline-exactly-once"),
        read(folder, "growth"),
        read(folder, "forest"),
        read(folder, "forest-default"),
        read(folder, "micro"));
  }

  private static JsonNode read(Path folder, String name) {
    return JsonFiles.read(folder.resolve(name + ".json"), "measure it by 'scripts/bench all'");
  }

  /** A result of each file, under the command that measured it. */
  List<Origin> origins() {
    List<Origin> origins = new ArrayList<>();
    origins.add(new Origin("pipeline", first(pipeline)));
    origins.add(new Origin("pipeline, exactly once", first(exactlyOnce)));
    origins.add(new Origin("growth", first(first(growth))));
    origins.add(new Origin("forest", first(forest)));
    origins.add(new Origin("forest, as trained by default", first(defaultForest)));
    origins.add(new Origin("micro", first(micro)));
    return origins;
  }

  private static JsonNode first(JsonNode results) {
    return results.elements().next();
  }

  /**
   * Where figures come from.
   *
   * @param command of scripts/bench
   * @param row one of its results
   */
  record Origin(String command, JsonNode row) {

    /** What the machine was. */
    JsonNode machine() {
      return row.path(Machine.KEY);
    }
  }

  /** A result of JMH; a missing node where it was not measured. */
  JsonNode jmh(String name, String parameter) {
    for (JsonNode result : micro) {
      if (result.path("benchmark").asText().endsWith('.' + name)
          && (parameter.isEmpty() || parameters(result).contains(parameter))) {
        return result;
      }
    }
    return micro.path("none");
  }

  /** The values of a JMH result's parameters. */
  static List<String> parameters(JsonNode result) {
    List<String> values = new ArrayList<>();
    result.path("params").forEach(value -> values.add(value.asText()));
    return values;
  }
}
