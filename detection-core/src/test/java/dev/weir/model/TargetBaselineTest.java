package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.TargetKey;
import dev.weir.model.TargetBaseline.Peak;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetBaselineTest {

  private static final TargetBaseline SMALL = Models.small().targets();

  @Test
  void ofABusyTargetItsOwnPeakIsExpectedAndOfAnotherWhatIsUsual() {
    assertThat(SMALL.peak(new TargetKey("10.0.0.1", 443))).isEqualTo(new Peak(5000, 70_000, 300));
    assertThat(SMALL.peak(new TargetKey("10.0.0.1", 80))).isEqualTo(new Peak(100, 100_000, 10));
  }

  @Test
  void knowsWhatItWasGivenAndNotItsNeighbours() {
    assertThat(SMALL.isKnown(new TargetKey("10.0.0.1", 443))).isTrue();
    assertThat(SMALL.isKnown(new TargetKey("2001:db8::1", 53))).isTrue();
    assertThat(SMALL.isKnown(new TargetKey("10.0.0.1", 444))).isFalse();
    assertThat(SMALL.isKnown(new TargetKey("10.0.0.2", 443))).isFalse();
  }

  @Test
  void ofAHistoryWithoutTargetsNothingIsExpected() {
    assertThat(TargetBaseline.NONE.peak(new TargetKey("10.0.0.1", 443)))
        .isEqualTo(new Peak(0, 0, 0));
    assertThat(TargetBaseline.NONE.isKnown(new TargetKey("10.0.0.1", 443))).isFalse();
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
