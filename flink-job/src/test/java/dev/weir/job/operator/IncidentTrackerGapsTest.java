package dev.weir.job.operator;

import static dev.weir.job.Found.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.IncidentSettings;
import dev.weir.flow.Gap;
import dev.weir.job.Found;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was not seen is not quiet. */
class IncidentTrackerGapsTest {

  private static final String FOUND_AT = Found.TARGET.address();

  @ParameterizedTest
  @EnumSource
  void isNotClosedOverAGapOfItsInterfaceThroughARestart(Backend backend) throws Exception {
    List<String> told = new ArrayList<>();
    OperatorSubtaskState state;
    try (var tracker = IncidentTrackerHarness.open(backend)) {
      tracker.take(Found.inWindow(0));
      tracker.watermark(MINUTE);
      tracker.take(gap(FOUND_AT, 3, 9));
      tracker.watermark(4 * MINUTE);
      told.addAll(tracker.told());
      state = tracker.snapshot();
    }
    try (var tracker = IncidentTrackerHarness.restore(backend, state)) {
      tracker.watermark(14 * MINUTE - 1);
      assertThat(tracker.told()).isEmpty();
      tracker.watermark(14 * MINUTE);
      told.addAll(tracker.told());
      assertThat(tracker.alerts().get(0).incident().closedAt()).isEqualTo(14 * MINUTE);
      tracker.watermark(80 * MINUTE);
      assertThat(tracker.timers()).isZero();
    }
    assertThat(told).containsExactly("open 1", "close 1");
  }

  @Test
  void aGapElsewhereOrAfterItsEndChangesNothing() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0));
      tracker.take(gap("10.0.0.77", 2, 5));
      tracker.take(gap(FOUND_AT, 6, 9));
      tracker.watermark(6 * MINUTE);

      assertThat(tracker.told()).containsExactly("open 1", "close 1");
    }
  }

  @Test
  void whereGapsAreToldAClosingWaitsForWordOfThem() throws Exception {
    IncidentSettings settings = new IncidentSettings(50, 60, 5 * MINUTE, 60 * MINUTE, 10 * MINUTE);
    try (var tracker = IncidentTrackerHarness.reproducible(settings)) {
      tracker.take(Found.inWindow(0));
      tracker.watermark(10 * MINUTE);
      assertThat(tracker.told()).containsExactly("open 1");
      tracker.take(gap(FOUND_AT, 5, 14));
      tracker.watermark(29 * MINUTE - 1);
      assertThat(tracker.told()).containsExactly("open 1");
      tracker.watermark(29 * MINUTE);

      assertThat(tracker.told()).containsExactly("open 1", "close 1");
      assertThat(tracker.alerts().get(1).emittedAt()).isEqualTo(19 * MINUTE);
    }
  }

  @Test
  void remembersGapsForAsLongAsTheyMatterOnly() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      for (int minute = 0; minute < 1_000; minute++) {
        tracker.take(gap("10.0." + minute / 250 + "." + minute % 250, minute, minute + 1));
        tracker.watermark((minute + 1) * MINUTE);
      }
      assertThat(tracker.gapsRemembered()).isBetween(5, 12);
    }
  }

  @Test
  void aWindowThatEndsWhenAnIncidentWouldHaveIsNotForgotten() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0));
      tracker.take(new Gap("", List.of(FOUND_AT), 3 * MINUTE, 7 * MINUTE - 1));
      tracker.watermark(MINUTE);
      tracker.take(Found.inWindow(11).severe(90));
      tracker.take(Found.inWindow(8).early(16));
      assertThat(tracker.timers()).isEqualTo(2);

      tracker.watermark(12 * MINUTE);

      assertThat(tracker.alerts())
          .last()
          .satisfies(alert -> assertThat(alert.incident().severity()).isEqualTo(90));
      assertThat(tracker.timers()).isEqualTo(1);
    }
  }

  private static Gap gap(String address, int from, int to) {
    return new Gap("", List.of(address), from * MINUTE, to * MINUTE);
  }
}
