package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetView.SourceCount;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.Truth;
import dev.weir.model.TargetBaseline;
import dev.weir.model.TargetBaseline.Peak;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetHistoryTest {

  private static final long MINUTE = 60_000;
  private static final WindowSpec TUMBLING = WindowSpec.tumbling(MINUTE);
  private static final TargetKey SERVER = new TargetKey("192.0.2.1", 443);

  @Test
  void aTargetOfThreeSourcesIsKnownHoweverFarApartTheyCame() {
    TargetHistory history = history(TUMBLING);
    history.add(window(SERVER, 0, "10.0.0.1"));
    history.add(window(SERVER, 60, "10.0.0.2", "10.0.0.1"));
    assertThat(history.toBaseline().known().contains(SERVER)).isFalse();

    history.add(window(SERVER, 600, "10.0.0.3"));

    assertThat(history.toBaseline().known().contains(SERVER)).isTrue();
    assertThat(history.toBaseline().known().contains(new TargetKey("192.0.2.1", 80))).isFalse();
  }

  @Test
  void aTargetThatOneSourceCameToInSixWindowsIsKnown() {
    TargetHistory history = history(TUMBLING);
    for (int i = 0; i < 5; i++) {
      history.add(window(SERVER, i, "10.0.0.1"));
      history.add(window(SERVER, 100 + i, "10.0.0.2"));
    }
    assertThat(history.toBaseline().known().contains(SERVER)).isFalse();

    history.add(window(SERVER, 200, "10.0.0.2"));

    assertThat(history.toBaseline().known().contains(SERVER)).isTrue();
  }

  @Test
  void ofWindowsThatSlideAVisitIsNotCountedInEach() {
    TargetHistory history = history(new WindowSpec(10 * MINUTE, MINUTE));
    for (int i = 0; i < 10; i++) {
      history.add(window(SERVER, i, "10.0.0.1"));
    }

    assertThat(history.toBaseline().known().contains(SERVER)).isFalse();
  }

  @Test
  void noMoreTargetsAreKnownThanAModelKeeps() {
    TargetHistory history = history(TUMBLING);
    for (int i = 0; i < KnownTargets.MAX + 1000; i++) {
      TargetKey target = new TargetKey("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256, 1);
      history.add(window(target, 0, "10.0.0.1", "10.0.0.2", "10.0.0.3"));
    }

    assertThat(history.toBaseline().known().size()).isEqualTo(KnownTargets.MAX);
  }

  @Test
  void quantilesAreOfTheWindowsOfAllTargets() {
    TargetHistory history = history(TUMBLING);
    for (int i = 1; i <= 100; i++) {
      history.add(
          view(new TargetKey("192.0.2." + i, 443), 0, i, i % 2 == 0 ? 10.0 * i : Double.NaN));
    }
    TargetBaseline baseline = history.toBaseline();

    assertThat(baseline.flows().median()).isEqualTo(50);
    assertThat(baseline.flows().max()).isEqualTo(100);
    assertThat(baseline.bytesIn().min()).isEqualTo(20);
    assertThat(baseline.sources().max()).isEqualTo(1);
  }

  @Test
  void theBusiestTargetsKeepTheirPeaksByEachMeasure() {
    TargetHistory history = history(TUMBLING);
    TargetKey backup = new TargetKey("198.51.100.1", 873);
    for (int i = 0; i < 50_000; i++) {
      history.add(view(new TargetKey("10.0." + i / 256 + "." + i % 256, 443), 0, 10 + i % 7, 100));
    }
    history.add(view(SERVER, 0, 9_000, 5));
    history.add(view(SERVER, 1, 2, 7_000));
    history.add(view(backup, 0, 1, 1e12));

    TargetBaseline baseline = history.toBaseline();

    assertThat(baseline.peaks()).hasSize(TargetBaseline.MAX_PEAKS);
    assertThat(baseline.peaksByTarget().get(SERVER)).isEqualTo(new Peak(9_000, 7_000, 1));
    assertThat(baseline.peaksByTarget().get(backup)).isEqualTo(new Peak(1, 1_000_000_000_000L, 1));
    assertThat(baseline.usualPeak().flows()).isEqualTo(16);
  }

  @Test
  void aHistoryWithoutTargetsHasNoBaseline() {
    assertThat(history(TUMBLING).toBaseline()).isEqualTo(TargetBaseline.NONE);
  }

  private static TargetHistory history(WindowSpec window) {
    return new TargetHistory(
        new FitOptions(
            window,
            FeatureSettings.DEFAULT,
            List.of(),
            true,
            1,
            0.05,
            0.001,
            10,
            16,
            4,
            100_000,
            true));
  }

  private static TargetView window(TargetKey target, long minute, String... sources) {
    List<SourceCount> counts =
        IntStream.range(0, sources.length)
            .mapToObj(i -> new SourceCount(new SourceKey("", sources[i]), 1))
            .toList();
    return new TargetView(
        target,
        minute * MINUTE,
        (minute + 1) * MINUTE,
        sources.length,
        Double.NaN,
        Double.NaN,
        sources.length,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        counts,
        minute * MINUTE,
        (minute + 1) * MINUTE - 1,
        Truth.UNKNOWN,
        false);
  }

  private static TargetView view(TargetKey target, long minute, long flows, double bytesIn) {
    return new TargetView(
        target,
        minute * MINUTE,
        (minute + 1) * MINUTE,
        flows,
        bytesIn,
        Double.NaN,
        1,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        List.of(new SourceCount(new SourceKey("", "10.0.0.1"), flows)),
        minute * MINUTE,
        (minute + 1) * MINUTE - 1,
        Truth.UNKNOWN,
        false);
  }
}
