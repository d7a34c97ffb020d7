package dev.weir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.KnownTargets;
import dev.weir.feature.TargetKey;
import dev.weir.model.Quantiles;
import dev.weir.model.TargetBaseline;
import dev.weir.model.TargetBaseline.Peak;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetHistoryTest {

  private static final TargetKey BUSY = new TargetKey("10.0.0.1", 443);
  private static final TargetKey OTHER = new TargetKey("10.0.0.1", 80);

  private static final TargetHistory KEPT =
      TargetHistory.of(
          new TargetBaseline(
              Quantiles.ofSorted(new double[] {1, 100}),
              Quantiles.ofSorted(new double[] {1, 100_000}),
              Quantiles.ofSorted(new double[] {1, 10}),
              new TreeMap<>(Map.of(TargetBaseline.name(BUSY), new Peak(5000, 70_000, 300))),
              KnownTargets.of(List.of(BUSY))));

  @Test
  void ofABusyTargetItsOwnPeakIsExpectedAndOfAnotherWhatIsUsual() {
    assertThat(KEPT.peak(BUSY)).isEqualTo(new Peak(5000, 70_000, 300));
    assertThat(KEPT.peak(OTHER)).isEqualTo(KEPT.usualPeak());
  }

  @Test
  void onlyABusyTargetHasAPeakOfItsOwn() {
    assertThat(KEPT.ownPeak(BUSY)).isEqualTo(new Peak(5000, 70_000, 300));
    assertThat(KEPT.ownPeak(OTHER)).isEqualTo(new Peak(0, 0, 0));
  }

  @Test
  void knowsWhatItWasGivenAndNotItsNeighbours() {
    assertThat(KEPT.isKnown(BUSY)).isTrue();
    assertThat(KEPT.isKnown(OTHER)).isFalse();
    assertThat(TargetHistory.of(TargetBaseline.NONE).isKnown(BUSY)).isFalse();
  }
}
