package dev.weir.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.job.operator.MetricCatalogue;
import dev.weir.job.operator.MetricInfo;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PromQL may ask for: metrics of the catalogue, and sums that the rules record. */
final class Queries {

  static final String RULES = "prometheus/weir.rules.yaml";

  private static final Pattern NAME =
      Pattern.compile("\\b(?:flink_\\w+|weir(?:_\\w+|:[\\w:]+))\\b(?!\\s*=)");

  private Queries() {}

  /** The metrics that an expression names. */
  static Set<String> metrics(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(expression.replaceAll("\"[^\"]*\"", "\"\""));
    while (name.find()) {
      names.add(name.group());
    }
    return names;
  }

  /** The metrics that there are. */
  static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    Stream.concat(MetricCatalogue.all().stream(), MetricCatalogue.flink().stream())
        .map(MetricInfo::prometheus)
        .forEach(known::add);
    for (JsonNode group : DeployFiles.yaml(RULES).get("groups")) {
      for (JsonNode rule : group.get("rules")) {
        if (rule.has("record")) {
          known.add(rule.get("record").asText());
        }
      }
    }
    return known;
  }
}
