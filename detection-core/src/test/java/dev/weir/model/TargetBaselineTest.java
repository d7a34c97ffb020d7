package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.weir.feature.TargetKey;
import dev.weir.model.TargetBaseline.Peak;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetBaselineTest {

  private static final TargetBaseline SMALL = Models.small().targets();

  @Test
  void peaksAreFoundByTheirTargets() {
    assertThat(SMALL.peaksByTarget())
        .containsExactly(entry(new TargetKey("10.0.0.1", 443), new Peak(5000, 70_000, 300)));
  }

  @Test
  void ofAHistoryWithoutTargetsNothingIsUsual() {
    assertThat(TargetBaseline.NONE.usualPeak()).isEqualTo(new Peak(0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "|443", "10.0.0.1|", "10.0.0.1|http", "10.0.0.1|4431234567"})
  void whatIsNoTargetHasNoPeak(String name) {
    TreeMap<String, Peak> peaks = new TreeMap<>(Map.of(name, new Peak(1, 1, 1)));

    assertThatThrownBy(
            () ->
                new TargetBaseline(
                    SMALL.flows(), SMALL.bytesIn(), SMALL.sources(), peaks, SMALL.known()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void theLargerOfTwoPeaksIsByEachMeasure() {
    assertThat(new Peak(1, 20, 3).or(new Peak(10, 2, 3))).isEqualTo(new Peak(10, 20, 3));
  }

  @Test
  void morePeaksThanAreKeptAreRefused() {
    TreeMap<String, Peak> peaks = new TreeMap<>();
    for (int i = 0; i <= TargetBaseline.MAX_PEAKS; i++) {
      peaks.put("a|" + i, new Peak(1, 1, 1));
    }

    assertThatThrownBy(
            () ->
                new TargetBaseline(
                    SMALL.flows(), SMALL.bytesIn(), SMALL.sources(), peaks, SMALL.known()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
