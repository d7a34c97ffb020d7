package dev.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.evaluation.AttackLog;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.JsonBytes;
import dev.weir.flow.Truth;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentEvaluationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-03-03T00:00:00Z");

  private final AttackLog log = new AttackLog(WindowSpec.tumbling(60_000));

  private void flow(String label, String source, String target, long second) {
    if (label != null) {
      log.attack(label);
    }
    long time = START.plusSeconds(second).toEpochMilli();
    log.flow(
        FlowRecord.builder()
            .srcIp(source)
            .dstIp(target)
            .start(time)
            .end(time)
            .truth(label == null ? Truth.NORMAL : Truth.ANOMALOUS)
            .build());
  }

  private static ToldIncident told(String kind, String source, String target, long from, long to) {
    return new ToldIncident(
        kind + source + target + from,
        kind,
        "",
        "",
        source,
        target,
        "port-scan",
        "high",
        70,
        3,
        START.plusSeconds(from),
        START.plusSeconds(to),
        START.plusSeconds(from + 60));
  }

  private static JsonNode json(IncidentEvaluation of) throws IOException {
    return JSON.readTree(JsonBytes.object(of::write)).get("incidents");
  }

  @Test
  void attacksAreFoundByTheirSourceOrTheirVictimAndTheRestIsFalse() throws IOException {
    flow(null, "10.0.0.1", "10.0.0.9", 0);
    flow("scan", "192.0.2.1", "10.0.0.9", 100);
    flow("scan", "192.0.2.1", "10.0.0.9", 400);
    flow("flood", "192.0.2.2", "10.0.0.8", 1000);
    flow("guess", "192.0.2.3", "10.0.0.7", 2000);
    flow("scan", "192.0.2.4", "10.0.0.9", 3000);
    flow(null, "10.0.0.1", "10.0.0.9", 43_200);

    IncidentEvaluation found =
        IncidentEvaluation.of(
            List.of(
                told("source", "192.0.2.1", "10.0.0.9", 100, 400),
                told("source", "192.0.2.1", "10.0.0.9", 300, 500),
                told("target", null, "10.0.0.8", 990, 1100),
                told("source", "192.0.2.3", "10.0.0.7", 9000, 9500),
                told("source", "10.0.0.1", "10.0.0.9", 0, 50_000),
                told("model", null, null, 0, 50_000)),
            log);

    JsonNode json = json(found);
    assertThat(json.get("attacks").asInt()).isEqualTo(4);
    assertThat(json.get("found").asInt()).isEqualTo(2);
    assertThat(json.get("incidents").asInt()).isEqualTo(5);
    assertThat(json.get("false_incidents").asInt()).isEqualTo(2);
    assertThat(json.get("delay_median_s").asDouble()).isEqualTo(50);
    assertThat(json.get("delay_max_s").asDouble()).isEqualTo(60);
    assertThat(json.get("sources").asInt()).isEqualTo(5);
    assertThat(json.get("days").asDouble()).isEqualTo(0.5);
    assertThat(json.get("false_per_10k_sources_and_day").asDouble()).isEqualTo(8000);
    assertThat(json.get("by_attack").findValuesAsText("attack"))
        .containsExactly("flood", "guess", "scan");
    assertThat(json.at("/by_attack/1/found").asInt()).isZero();
    assertThat(json.at("/by_attack/1/delay_median_s").isNull()).isTrue();
    assertThat(json.at("/by_attack/2/attacks").asInt()).isEqualTo(2);
    assertThat(found)
        .hasToString(
            "2 of 4 attacks found, after 50 s (median; at most 60 s); 2 of 5 incidents false,"
                + " 8000.0 for 10,000 sources and a day");
  }

  @Test
  void aLogOfNothingHasNoRates() throws IOException {
    IncidentEvaluation none = IncidentEvaluation.of(List.of(), log);

    assertThat(json(none).get("false_per_10k_sources_and_day").isNull()).isTrue();
    assertThat(none).hasToString("0 of 0 attacks found; 0 of 0 incidents false");
  }
}
