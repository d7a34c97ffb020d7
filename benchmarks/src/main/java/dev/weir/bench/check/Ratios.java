package dev.weir.bench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.bench.JsonFiles;
import dev.weir.flow.UserException;
import dev.weir.output.NewFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ratios by name, such as {@code json_heap.ratio_to_identity}; of each more is better.
 *
 * @param values by name
 */
record Ratios(SortedMap<String, Double> values) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REMEDY = "write it by --write";

  Ratios {
    values = new TreeMap<>(values);
  }

  /** Takes those of these keys out of an object of objects; what is null there is left out. */
  static Ratios of(JsonNode figures, String prefix, List<String> keys) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> row : figures.properties()) {
      for (String key : keys) {
        JsonNode value = row.getValue().path(key);
        if (value.isNumber()) {
          values.put(prefix + row.getKey() + '.' + key, value.asDouble());
        }
      }
    }
    return new Ratios(values);
  }

  /** Without a row: what others are measured by is not measured itself. */
  Ratios without(String row) {
    SortedMap<String, Double> rest = new TreeMap<>(values);
    rest.keySet().removeIf(name -> name.startsWith(row + '.'));
    return new Ratios(rest);
  }

  Ratios and(Ratios others) {
    SortedMap<String, Double> all = new TreeMap<>(values);
    all.putAll(others.values);
    return new Ratios(all);
  }

  static Ratios read(Path file) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : JsonFiles.read(file, REMEDY).properties()) {
      if (!entry.getValue().isNumber()) {
        throw new UserException(file + " holds no ratio under " + entry.getKey() + "; " + REMEDY);
      }
      values.put(entry.getKey(), entry.getValue().asDouble());
    }
    return new Ratios(values);
  }

  void write(Path place) throws IOException {
    try (NewFile file = NewFile.at(place)) {
      JsonFiles.write(file, JSON.valueToTree(values));
    }
  }

  /** What has fallen by a share or more of what it was, or is gone, each in words. */
  List<String> fallenSince(Ratios before, double share) {
    List<String> fallen = new ArrayList<>();
    before.values.forEach(
        (name, was) -> {
          Double is = values.get(name);
          if (is == null) {
            fallen.add(name + " was " + was + " and is not measured any more");
          } else if (is <= was * (1 - share)) {
            fallen.add(
                String.format(
                    "%s fell by %.0f %%, from %.3f to %.3f", name, 100 * (1 - is / was), was, is));
          }
        });
    return fallen;
  }
}
