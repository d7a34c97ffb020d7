package dev.weir.job.operator;

import static dev.weir.job.Found.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertFormat;
import dev.weir.alert.CloseReason;
import dev.weir.explain.Explainer;
import dev.weir.explain.Explanation;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Origin;
import dev.weir.job.Found;
import dev.weir.job.SmallModel;
import dev.weir.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentTrackerTest {

  @Test
  void opensTellsMoreAndClosesByEventTime() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.clock(7);
      for (int minute = 0; minute < 4; minute++) {
        tracker.take(Found.inWindow(minute));
        tracker.watermark((minute + 1) * MINUTE - 1);
      }
      assertThat(tracker.told()).containsExactly("open 1", "update 2", "update 4");

      tracker.watermark(9 * MINUTE - 1);
      assertThat(tracker.told()).hasSize(3);
      tracker.watermark(9 * MINUTE);

      assertThat(tracker.told()).containsExactly("open 1", "update 2", "update 4", "close 4");
      List<Alert> alerts = tracker.alerts();
      assertThat(alerts.stream().map(alert -> alert.incident().id()).distinct()).hasSize(1);
      assertThat(alerts).extracting(Alert::emittedAt).containsOnly(7L);
      assertThat(alerts.get(3).reason()).isEqualTo(CloseReason.QUIET);
    }
  }

  @Test
  void countsWhatItTellsAndWhatItDoesNot() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      for (int minute = 0; minute < 4; minute++) {
        tracker.take(Found.inWindow(minute));
      }
      tracker.take(Found.inWindow(0).by("203.0.113.8").weak());
      tracker.watermark(10 * MINUTE);

      assertThat(tracker.count("incidents")).isEqualTo(1);
      assertThat(tracker.count("incidents_closed")).isEqualTo(1);
      assertThat(tracker.count("alerts")).isEqualTo(4);
      assertThat(tracker.count("suppressed")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToldIsExplainedByTheForestThatFoundItStrange(Backend backend) throws Exception {
    Model model = SmallModel.of(WindowSpec.tumbling(MINUTE));
    double[] values = new double[Feature.COUNT];
    values[Feature.FLOW_COUNT.ordinal()] = SmallModel.ALERTING_FLOWS;
    FeatureVector many = new FeatureVector(new SourceKey("", "203.0.113.7"), 0, MINUTE, "", values);
    try (var tracker = IncidentTrackerHarness.open(backend)) {
      tracker.take(Found.inWindow(0).unexplainedBy(model.id(), many));
      tracker.watermark(20 * MINUTE);

      Explanation own = Found.inWindow(0).get().explanation();
      Explanation forest = new Explainer(model).explain(many, 0.71);
      assertThat(forest.reasons()).isNotEmpty();
      assertThat(tracker.told()).containsExactly("open 1", "close 1");
      assertThat(tracker.alerts())
          .extracting(alert -> alert.incident().worst().explanation())
          .containsOnly(own.followedBy(forest));
    }
  }

  @Test
  void whatIsNoNewWindowOfAnOpenIncidentIsNotCountedAsSuppressed() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0).by("203.0.113.8").severe(55));
      tracker.take(Found.inWindow(0).early(16));
      tracker.take(Found.inWindow(0).early(32));
      tracker.take(Found.inWindow(0).named("flood").weak());
      tracker.take(Found.inWindow(0));
      tracker.watermark(20 * MINUTE);
      assertThat(tracker.told()).containsExactly("open 1", "close 1");
      tracker.take(Found.inWindow(20).weak());
      tracker.watermark(21 * MINUTE);

      assertThat(tracker.count("suppressed")).isZero();
    }
  }

  @Test
  void whatComesBackWithinAnHourOpensUnderTheSameId() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0));
      tracker.watermark(20 * MINUTE);
      tracker.take(Found.inWindow(30));
      tracker.watermark(31 * MINUTE);

      assertThat(tracker.told()).containsExactly("open 1", "close 1", "open 2");
      assertThat(tracker.ids()).hasSize(1);

      tracker.watermark(36 * MINUTE);
      assertThat(tracker.told()).last().isEqualTo("close 2");
    }
  }

  @Test
  void afterTheHourItIsAnother() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0));
      tracker.watermark(70 * MINUTE);
      tracker.take(Found.inWindow(70));
      tracker.watermark(71 * MINUTE);

      assertThat(tracker.told()).containsExactly("open 1", "close 1", "open 1");
      assertThat(tracker.ids()).hasSize(2);
    }
  }

  @Test
  void howFarEventTimeGoesAtOnceAndWhatComesFirstDoesNotMatter() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(200));
      tracker.take(Found.inWindow(20));
      tracker.take(Found.inWindow(0));
      assertThat(tracker.told()).isEmpty();

      tracker.watermark(201 * MINUTE);

      assertThat(tracker.told())
          .containsExactly("open 1", "close 1", "open 2", "close 2", "open 1");
      assertThat(tracker.ids()).hasSize(2);
    }
  }

  @Test
  void whatSpeaksTwiceOfAWindowIsOneWindowWhateverComesFirst() throws Exception {
    Found flood = Found.inWindow(0).atTarget().named("flood").severe(65);
    Found crowd = Found.inWindow(0).atTarget().severe(75);
    List<String> findings = new ArrayList<>();
    for (List<Found> order : List.of(List.of(flood, crowd), List.of(crowd, flood))) {
      try (var tracker = IncidentTrackerHarness.open()) {
        tracker.take(order.get(0));
        tracker.take(order.get(1));
        tracker.watermark(MINUTE);

        assertThat(tracker.told()).containsExactly("open 1");
        findings.add(tracker.alerts().get(0).incident().finding());
      }
    }
    assertThat(findings).containsOnly("ssh-brute-force");
  }

  @Test
  void whatIsFoundTwiceOfATargetIsToldAlikeWhateverComesFirst() throws Exception {
    Found view = Found.inWindow(0).atTarget().ofMany(40).saidBy(Origin.SIGNATURE);
    List<List<Found>> ties =
        List.of(
            List.of(view, Found.inWindow(0).atTarget().ofMany(3)),
            List.of(
                Found.inWindow(0).atTarget().ofMany(40).saidBy(Origin.SIGNATURE).by("a"), view));
    for (List<Found> tie : ties) {
      List<byte[]> told = new ArrayList<>();
      for (int first = 0; first < 2; first++) {
        try (var tracker = IncidentTrackerHarness.open()) {
          tracker.take(tie.get(first));
          tracker.take(tie.get(1 - first));
          tracker.watermark(MINUTE);
          told.add(AlertFormat.NATIVE.toBytes(tracker.alerts().get(0)));
        }
      }
      assertThat(told.get(0)).isEqualTo(told.get(1));
    }
  }

  @Test
  void anIncidentHasOneTimerHoweverLongItGoesOn() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      for (int minute = 0; minute < 4; minute++) {
        tracker.take(Found.inWindow(minute).severe(55));
        tracker.take(Found.inWindow(minute + 1).early(16));
        tracker.watermark((minute + 1) * MINUTE);
        assertThat(tracker.timers()).isEqualTo(1);
      }
      tracker.watermark(12 * MINUTE);
      assertThat(tracker.timers()).isEqualTo(1);

      tracker.take(Found.inWindow(12).early(16));

      assertThat(tracker.told()).endsWith("close 5", "open 6");
      assertThat(tracker.timers()).isEqualTo(1);
    }
  }

  @Test
  void aLookAtAnOpenWindowIsToldAtOnce() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0).early(16));
      assertThat(tracker.told()).containsExactly("open 1");

      tracker.take(Found.inWindow(0));
      tracker.watermark(MINUTE);
      assertThat(tracker.told()).hasSize(1);
    }
  }

  @Test
  void theEndOfTheInputClosesWhatIsOpen() throws Exception {
    try (var tracker = IncidentTrackerHarness.open()) {
      tracker.take(Found.inWindow(0));

      tracker.watermark(Long.MAX_VALUE);

      assertThat(tracker.told()).containsExactly("open 1", "close 1");
      assertThat(tracker.alerts().get(1).reason()).isEqualTo(CloseReason.INPUT_ENDED);
      assertThat(tracker.entries()).isZero();
      assertThat(tracker.timers()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNeitherStateNorTimersBehind(Backend backend) throws Exception {
    try (var tracker = IncidentTrackerHarness.open(backend)) {
      for (int i = 0; i < 50; i++) {
        tracker.take(Found.inWindow(i % 5).by("203.0.113." + i));
        tracker.take(Found.inWindow(i % 5).by("198.51.100." + i).weak());
        tracker.take(Found.inWindow(i % 5).by("192.0.2." + i).severe(55));
      }
      tracker.watermark(30 * MINUTE);
      for (int i = 0; i < 10; i++) {
        tracker.take(Found.inWindow(31).by("203.0.113." + i));
      }
      tracker.watermark(60 * MINUTE);
      assertThat(tracker.timers()).isPositive();

      tracker.watermark(100 * MINUTE);

      assertThat(tracker.timers()).isZero();
      if (backend == Backend.HEAP) {
        assertThat(tracker.entries()).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterASnapshotAsIfNothingHadHappened(Backend backend) throws Exception {
    List<String> undisturbed;
    try (var tracker = IncidentTrackerHarness.open(backend)) {
      firstHalf(tracker);
      secondHalf(tracker);
      undisturbed = tracker.told();
      assertThat(tracker.ids()).hasSize(1);
    }

    List<String> told = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    OperatorSubtaskState state;
    try (var before = IncidentTrackerHarness.open(backend)) {
      firstHalf(before);
      state = before.snapshot();
      told.addAll(before.told());
      ids.addAll(before.ids());
    }
    try (var after = IncidentTrackerHarness.restore(backend, state)) {
      secondHalf(after);
      told.addAll(after.told());
      ids.addAll(after.ids());
      assertThat(after.count("alerts")).isEqualTo(told.size());
    }

    assertThat(told).isEqualTo(undisturbed).containsSequence("update 2", "update 4");
    assertThat(ids.stream().distinct()).hasSize(1);
  }

  @Test
  void aRunThatCanBeRepeatedTellsByEventTime() throws Exception {
    try (var tracker = IncidentTrackerHarness.reproducible(IncidentTrackerHarness.SETTINGS)) {
      tracker.clock(7);
      tracker.take(Found.inWindow(3));
      tracker.watermark(4 * MINUTE);

      assertThat(tracker.alerts().get(0).emittedAt()).isEqualTo(4 * MINUTE);
    }
  }

  private static void firstHalf(IncidentTrackerHarness tracker) throws Exception {
    for (int minute = 0; minute < 3; minute++) {
      tracker.take(Found.inWindow(minute));
      tracker.watermark((minute + 1) * MINUTE - 1);
    }
    tracker.take(Found.inWindow(3).early(16));
  }

  private static void secondHalf(IncidentTrackerHarness tracker) throws Exception {
    tracker.take(Found.inWindow(3));
    tracker.watermark(12 * MINUTE);
    tracker.take(Found.inWindow(20));
    tracker.watermark(Long.MAX_VALUE);
  }
}
