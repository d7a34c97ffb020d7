package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The alert rules beside the catalogue, their own tests and the runbook; promtool runs them. */
class AlertRulesTest {

  @Test
  void rulesAskForMetricsThatThereAre() throws IOException {
    Set<String> known = Queries.known();
    for (JsonNode rule : rules()) {
      assertThat(Queries.metrics(rule.get("expr").asText()))
          .as(rule.toString())
          .isNotEmpty()
          .isSubsetOf(known);
    }
  }

  @Test
  void everyAlertIsTestedAndHasAHeadingInTheRunbook() throws IOException {
    String runbook = Files.readString(DeployFiles.REPOSITORY.resolve("docs/operations.md"));
    Set<String> fired = new TreeSet<>();
    for (JsonNode test : DeployFiles.yaml("prometheus/weir.rules.test.yaml").get("tests")) {
      for (JsonNode alert : test.get("alert_rule_test")) {
        if (alert.has("exp_alerts")) {
          fired.add(alert.get("alertname").asText());
        }
      }
    }

    Set<String> alerts = new TreeSet<>();
    for (JsonNode rule : rules()) {
      if (rule.has("alert")) {
        alerts.add(rule.get("alert").asText());
      }
    }
    assertThat(fired).isEqualTo(alerts);
    assertThat(headings(runbook)).isEqualTo(alerts);
  }

  private static Set<String> headings(String runbook) {
    Set<String> headings = new TreeSet<>();
    runbook
        .lines()
        .filter(line -> line.startsWith("### Weir"))
        .forEach(line -> headings.add(line.substring(4)));
    return headings;
  }

  private static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : DeployFiles.yaml(Queries.RULES).get("groups")) {
      group.get("rules").forEach(rules::add);
    }
    return rules;
  }
}
