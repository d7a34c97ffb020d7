package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.Model;
import dev.weir.model.Models;
import dev.weir.model.ScoredWindow;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertsTest {

  private static final Model MODEL = Models.small();

  private final Alerts alerts = new Alerts(MODEL);

  @Test
  void theIdIsThatOfWindowSourceAndModelHoweverItIsScored() {
    FeatureVector vector = Models.vector(Feature.BYTES_IN, 1);
    String id = id(vector, "m");

    assertThat(id).isEqualTo("a64c9d6017ee468c6d015d9a738610d6").hasSize(32);
    assertThat(id(Models.vector(Feature.BYTES_IN, 2), "m")).isEqualTo(id);
  }

  @Test
  void idsOfDifferentWindowsDiffer() {
    FeatureVector vector = Models.vector();
    Set<String> ids = new HashSet<>();
    for (String scope : List.of("", "a", "a|b")) {
      for (String address : List.of("10.0.0.1", "::1")) {
        for (long start = 0; start < 5; start++) {
          for (long end = 10; end < 12; end++) {
            for (String model : List.of("m", "n")) {
              ids.add(
                  id(
                      new FeatureVector(
                          new SourceKey(scope, address), start, end, "", vector.values()),
                      model));
            }
          }
        }
      }
    }
    assertThat(ids).hasSize(3 * 2 * 5 * 2 * 2);
  }

  @Test
  void anAlertIsThisJson() {
    Alert alert =
        alerts.of(
            new ScoredWindow(
                Models.vector(
                    Feature.FLOW_COUNT,
                    12,
                    Feature.BYTES_IN,
                    2_500_000,
                    Feature.DISTINCT_DST_PORTS,
                    50_000,
                    Feature.PORT_22_SHARE,
                    0.25),
                0.75,
                ScoredWindow.ANOMALOUS,
                true,
                "abc"));

    assertThat(new String(AlertJson.toBytes(alert, Models.FEATURES), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"schema\":1,\"alert_id\":\"437d949e4de0a3aa8c40eb01a63f4d23\",\"kind\":\"source\",\"src_ip\":\"10.0.0.7\",\"scope\":\"acct\",\"src_country\":\"AE\","
                + "\"window_start\":\"2024-04-25T23:00:00Z\",\"window_end\":\"2024-04-25T23:01:00Z\","
                + "\"flows\":12,\"bytes_in\":2500000,\"bytes_out\":null,\"score\":0.75,\"threshold\":0.6,\"label\":-1,"
                + "\"model_id\":\"abc\",\"explanation\":["
                + "{\"feature\":\"bytes_in\",\"value\":2500000,\"median\":50000,\"p99\":99000,\"percentile\":100,"
                + "\"contribution\":0.260658024586752,"
                + "\"text\":\"2.50 MB sent in 60 s; normal for this network: 50 kB, at most 99 kB\"},"
                + "{\"feature\":\"port_22_share\",\"value\":0.25,\"median\":0,\"p99\":0,\"percentile\":100,"
                + "\"contribution\":0.10706769833840572,"
                + "\"text\":\"25 % of flows to SSH (22); normal for this network: 0 %\"}],"
                + "\"counter_evidence\":null,"
                + "\"features\":{\"bytes_in\":2500000,\"distinct_dst_ports\":50000,\"port_22_share\":0.25}}");
  }

  private String id(FeatureVector vector, String model) {
    return alerts.of(new ScoredWindow(vector, 0.5, 1, false, model)).id();
  }
}
