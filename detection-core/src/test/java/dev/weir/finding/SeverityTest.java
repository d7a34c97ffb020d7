package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Quantiles;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SeverityTest {

  /** Scores 0.40001 to 0.6, a hundred thousand of them: p99 0.598, the last one in 100,000. */
  private static final Severity SEVERITY =
      new Severity(
          Quantiles.ofSorted(
              DoubleStream.iterate(1, i -> i <= 100_000, i -> i + 1)
                  .map(i -> 0.4 + i / 500_000)
                  .toArray()),
          100_000);

  private static final List<Description> FINDINGS =
      FindingOptions.of().all().stream().map(Finding::description).toList();

  @Test
  void aFindingBeginsAtItsBaseAndGrowsByPowersOfTen() {
    Description scan = finding("port-scan");

    assertThat(Severity.byMeasure(scan, Measure.of(25, 6, 25, 3))).isEqualTo(55);
    assertThat(Severity.byMeasure(scan, Measure.of(250, 6, 25, 3))).isEqualTo(70);
    assertThat(Severity.byMeasure(scan, Measure.of(2_500, 6, 25, 3))).isEqualTo(85);
    assertThat(Severity.byMeasure(scan, Measure.of(1e9, 6, 25, 3))).isEqualTo(90);
    assertThat(Severity.byMeasure(scan, Measure.of(2_500, 250, 25, 3))).isEqualTo(70);
  }

  private static Description finding(String id) {
    return FINDINGS.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aScoreCountsByItsRarity() {
    assertThat(SEVERITY.rarity(0.598)).isBetween(1.99, 2.01);
    assertThat(SEVERITY.rarity(0.6)).isEqualTo(5);
    assertThat(SEVERITY.rarity(0.602)).as("as far again as from p99").isBetween(7.99, 8.01);
    assertThat(SEVERITY.byScore(0.598)).isEqualTo(14);
    assertThat(SEVERITY.byScore(0.9)).as("a forest saturates").isEqualTo(70);
    assertThat(SEVERITY.byScore(0.1)).isZero();
  }

  @Property
  void severityGrowsWithTheMeasure(
      @ForAll @DoubleRange(min = 0, max = 1e9) double one,
      @ForAll @DoubleRange(min = 0, max = 1e9) double other,
      @ForAll @DoubleRange(min = 0, max = 1e6) double normal) {
    for (Description finding : FINDINGS) {
      int lower = Severity.byMeasure(finding, Measure.of(Math.min(one, other), normal, 10, 3));
      int higher = Severity.byMeasure(finding, Measure.of(Math.max(one, other), normal, 10, 3));
      assertThat(lower).isBetween(0, higher);
      assertThat(higher).isBetween(lower, 100);
    }
  }

  @Property
  void severityGrowsWithTheScore(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    assertThat(SEVERITY.byScore(Math.min(one, other)))
        .isBetween(0, SEVERITY.byScore(Math.max(one, other)));
  }

  @Test
  void theHigherPartCountsAndAListRaisesIt() {
    assertThat(Severity.of(40, 30, false)).isEqualTo(40);
    assertThat(Severity.of(40, 60, false)).isEqualTo(60);
    assertThat(Severity.of(40, 60, true)).isEqualTo(75);
    assertThat(Severity.of(95, 0, true)).isEqualTo(100);
  }

  @Test
  void levelsHaveTheirBorders() {
    assertThat(List.of(0, 39, 40, 59, 60, 79, 80, 100))
        .extracting(severity -> Level.of(severity).id())
        .containsExactly("low", "low", "medium", "medium", "high", "high", "critical", "critical");
  }
}
