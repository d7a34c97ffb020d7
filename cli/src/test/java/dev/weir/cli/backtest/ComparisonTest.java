package dev.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Instant START = Instant.parse("2026-03-03T10:00:00Z");

  private static ToldIncident told(String id, String source, int severity, int from, int to) {
    return new ToldIncident(
        id,
        "source",
        "source  " + source,
        source,
        source,
        null,
        "port-scan",
        "high",
        severity,
        3,
        START.plusSeconds(60L * from),
        START.plusSeconds(60L * to),
        START.plusSeconds(60L * from + 60));
  }

  @Test
  void incidentsOfOnePartyAtTheSameTimeAreOne() {
    Comparison comparison =
        Comparison.of(
            List.of(told("a", "192.0.2.1", 70, 0, 5), told("b", "192.0.2.2", 70, 0, 5)),
            List.of(told("x", "192.0.2.1", 70, 0, 5), told("y", "192.0.2.3", 70, 0, 5)));

    assertThat(comparison.same()).isEqualTo(1);
    assertThat(comparison.vanish()).extracting(ToldIncident::id).containsExactly("b");
    assertThat(comparison.appear()).extracting(ToldIncident::id).containsExactly("y");
    assertThat(comparison.changed()).isEmpty();
  }

  @Test
  void atAnotherTimeItIsAnotherIncidentUnlessItHasTheSameId() {
    Comparison comparison =
        Comparison.of(
            List.of(told("a", "192.0.2.1", 70, 0, 5), told("b", "192.0.2.2", 70, 0, 5)),
            List.of(told("a", "192.0.2.1", 70, 6, 9), told("c", "192.0.2.2", 70, 6, 9)));

    assertThat(comparison.changed()).hasSize(1);
    assertThat(comparison.vanish()).extracting(ToldIncident::id).containsExactly("b");
    assertThat(comparison.appear()).extracting(ToldIncident::id).containsExactly("c");
  }

  @Test
  void whatOneModelTakesForTwoIncidentsPairsWithOneOfThem() {
    Comparison comparison =
        Comparison.of(
            List.of(told("a", "192.0.2.1", 70, 0, 9)),
            List.of(told("x", "192.0.2.1", 70, 0, 3), told("y", "192.0.2.1", 70, 7, 9)));

    assertThat(comparison.changed()).isEmpty();
    assertThat(comparison.same()).isEqualTo(1);
    assertThat(comparison.appear()).extracting(ToldIncident::id).containsExactly("y");
  }

  @Test
  void changesAreToldInWords() {
    List<String> lines =
        Comparison.of(
                List.of(told("a", "192.0.2.1", 70, 0, 5)),
                List.of(told("a", "192.0.2.1", 45, 1, 5)))
            .lines("other.json");

    assertThat(lines)
        .containsExactly(
            "compared  with other.json: 0 incidents are the same, 0 appear, 0 vanish, 1 change",
            "changes   2026-03-03T10:01:00Z  high 70  port-scan  192.0.2.1; severity 70, then 45;"
                + " told at 2026-03-03T10:01:00Z, then 2026-03-03T10:02:00Z");
  }

  @Test
  void ofManyTheFirstAreListed() {
    List<ToldIncident> many =
        IntStream.range(0, 60).mapToObj(i -> told("i" + i, "192.0.2." + i, 70, 0, 5)).toList();

    List<String> lines = Comparison.of(List.of(), many).lines("other.json");

    assertThat(lines).hasSize(52);
    assertThat(lines.get(51)).isEqualTo("appears   and 10 more");
  }
}
