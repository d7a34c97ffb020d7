package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardsTest {

  private static final String DASHBOARD = "grafana/dashboards/weir.json";

  @Test
  void panelsAskForMetricsThatThereAre() throws IOException {
    Set<String> known = Queries.known();
    for (JsonNode panel : DeployFiles.json(DASHBOARD).get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        assertThat(Queries.metrics(target.get("expr").asText()))
            .as(panel.get("title").asText())
            .isNotEmpty()
            .isSubsetOf(known);
      }
    }
  }

  @Test
  void panelsHaveQueriesAndPlacesOfTheirOwn() throws IOException {
    boolean[][] taken = new boolean[200][24];
    for (JsonNode panel : DeployFiles.json(DASHBOARD).get("panels")) {
      if (!panel.get("type").asText().equals("row")) {
        assertThat(panel.path("targets")).as(panel.get("title").asText()).isNotEmpty();
        assertThat(panel.path("description").asText()).as("description").isNotBlank();
      }
      JsonNode place = panel.get("gridPos");
      for (int y = 0; y < place.get("h").asInt(); y++) {
        for (int x = 0; x < place.get("w").asInt(); x++) {
          boolean[] row = taken[place.get("y").asInt() + y];
          assertThat(row[place.get("x").asInt() + x]).as(panel.get("title").asText()).isFalse();
          row[place.get("x").asInt() + x] = true;
        }
      }
    }
  }

  @Test
  void panelsAskTheProvisionedDataSource() throws IOException {
    JsonNode source =
        DeployFiles.yaml("grafana/provisioning/datasources/prometheus.yaml")
            .get("datasources")
            .get(0);
    for (JsonNode panel : DeployFiles.json(DASHBOARD).get("panels")) {
      if (panel.has("targets")) {
        assertThat(panel.at("/datasource/uid")).isEqualTo(source.get("uid"));
      }
    }
  }

  @Test
  void whatOperatorsAskForIsShown() throws IOException {
    List<String> titles = DeployFiles.json(DASHBOARD).get("panels").findValuesAsText("title");

    assertThat(titles)
        .contains(
            "Flows",
            "Incidents by finding",
            "Incidents by country",
            "Alert delay",
            "Watermark lag",
            "Dead letters by reason",
            "Drift",
            "Model",
            "Checkpoints",
            "Blindness");
  }
}
