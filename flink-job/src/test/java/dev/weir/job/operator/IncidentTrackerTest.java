package dev.weir.job.operator;

import static dev.weir.job.Found.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.Alert;
import dev.weir.alert.CloseReason;
import dev.weir.alert.IncidentKey;
import dev.weir.alert.IncidentSettings;
import dev.weir.finding.Detection;
import dev.weir.flow.Gap;
import dev.weir.job.Found;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentTrackerTest {

  private static final String FOUND_AT = Found.TARGET.address();
  private static final IncidentSettings SETTINGS =
      new IncidentSettings(50, 60, 5 * MINUTE, 60 * MINUTE, 0);

  @Test
  void opensTellsMoreAndClosesByEventTime() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      tracker.setProcessingTime(7);
      for (int minute = 0; minute < 4; minute++) {
        take(tracker, Found.inWindow(minute));
        tracker.watermark((minute + 1) * MINUTE - 1);
      }
      assertThat(told(tracker)).containsExactly("open 1", "update 2", "update 4");

      tracker.watermark(9 * MINUTE - 1);
      assertThat(told(tracker)).hasSize(3);
      tracker.watermark(9 * MINUTE);

      assertThat(told(tracker)).containsExactly("open 1", "update 2", "update 4", "close 4");
      List<Alert> alerts = tracker.extractOutputValues();
      assertThat(alerts.stream().map(alert -> alert.incident().id()).distinct()).hasSize(1);
      assertThat(alerts).extracting(Alert::emittedAt).containsOnly(7L);
      assertThat(alerts.get(3).reason()).isEqualTo(CloseReason.QUIET);
    }
  }

  @Test
  void countsWhatItTellsAndWhatItDoesNot() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      for (int minute = 0; minute < 4; minute++) {
        take(tracker, Found.inWindow(minute));
      }
      take(tracker, Found.inWindow(0).by("203.0.113.8").weak());
      tracker.watermark(10 * MINUTE);

      assertThat(Counts.of(tracker, "incidents")).isEqualTo(1);
      assertThat(Counts.of(tracker, "incidents_closed")).isEqualTo(1);
      assertThat(Counts.of(tracker, "alerts")).isEqualTo(4);
      assertThat(Counts.of(tracker, "suppressed")).isEqualTo(1);
    }
  }

  @Test
  void whatComesBackWithinAnHourOpensUnderTheSameId() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      take(tracker, Found.inWindow(0));
      tracker.watermark(20 * MINUTE);
      take(tracker, Found.inWindow(30));
      tracker.watermark(31 * MINUTE);

      assertThat(told(tracker)).containsExactly("open 1", "close 1", "open 2");
      assertThat(ids(tracker)).hasSize(1);

      tracker.watermark(36 * MINUTE);
      assertThat(told(tracker)).last().isEqualTo("close 2");
    }
  }

  @Test
  void afterTheHourItIsAnother() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      take(tracker, Found.inWindow(0));
      tracker.watermark(70 * MINUTE);
      take(tracker, Found.inWindow(70));
      tracker.watermark(71 * MINUTE);

      assertThat(told(tracker)).containsExactly("open 1", "close 1", "open 1");
      assertThat(ids(tracker)).hasSize(2);
    }
  }

  @Test
  void howFarEventTimeGoesAtOnceAndWhatComesFirstDoesNotMatter() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      take(tracker, Found.inWindow(200));
      take(tracker, Found.inWindow(20));
      take(tracker, Found.inWindow(0));
      assertThat(told(tracker)).isEmpty();

      tracker.watermark(201 * MINUTE);

      assertThat(told(tracker)).containsExactly("open 1", "close 1", "open 2", "close 2", "open 1");
      assertThat(ids(tracker)).hasSize(2);
    }
  }

  @Test
  void whatSpeaksTwiceOfAWindowIsOneWindowWhateverComesFirst() throws Exception {
    Found flood = Found.inWindow(0).atTarget().named("flood").severe(65);
    Found crowd = Found.inWindow(0).atTarget().severe(75);
    List<String> findings = new ArrayList<>();
    for (List<Found> order : List.of(List.of(flood, crowd), List.of(crowd, flood))) {
      try (var tracker = open(Backend.HEAP.get(), null)) {
        take(tracker, order.get(0));
        take(tracker, order.get(1));
        tracker.watermark(MINUTE);

        assertThat(told(tracker)).containsExactly("open 1");
        findings.add(tracker.extractOutputValues().get(0).incident().finding());
      }
    }
    assertThat(findings).containsOnly("ssh-brute-force");
  }

  @Test
  void aLookAtAnOpenWindowIsToldAtOnce() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      take(tracker, Found.inWindow(0).early(16));
      assertThat(told(tracker)).containsExactly("open 1");

      take(tracker, Found.inWindow(0));
      tracker.watermark(MINUTE);
      assertThat(told(tracker)).hasSize(1);
    }
  }

  @Test
  void theEndOfTheInputClosesWhatIsOpen() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      take(tracker, Found.inWindow(0));

      tracker.watermark(Long.MAX_VALUE);

      assertThat(told(tracker)).containsExactly("open 1", "close 1");
      assertThat(tracker.extractOutputValues().get(1).reason()).isEqualTo(CloseReason.INPUT_ENDED);
      assertThat(entries(tracker)).isZero();
      assertThat(tracker.numEventTimeTimers()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNeitherStateNorTimersBehind(Backend backend) throws Exception {
    try (var tracker = open(backend.get(), null)) {
      for (int i = 0; i < 50; i++) {
        take(tracker, Found.inWindow(i % 5).by("203.0.113." + i));
        take(tracker, Found.inWindow(i % 5).by("198.51.100." + i).weak());
        take(tracker, Found.inWindow(i % 5).by("192.0.2." + i).severe(55));
      }
      tracker.watermark(30 * MINUTE);
      for (int i = 0; i < 10; i++) {
        take(tracker, Found.inWindow(31).by("203.0.113." + i));
      }
      tracker.watermark(60 * MINUTE);
      assertThat(tracker.numEventTimeTimers()).isPositive();

      tracker.watermark(100 * MINUTE);

      assertThat(tracker.numEventTimeTimers()).isZero();
      if (backend == Backend.HEAP) {
        assertThat(entries(tracker)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterASnapshotAsIfNothingHadHappened(Backend backend) throws Exception {
    List<String> undisturbed;
    try (var tracker = open(backend.get(), null)) {
      firstHalf(tracker);
      secondHalf(tracker);
      undisturbed = told(tracker);
      assertThat(ids(tracker)).hasSize(1);
    }

    List<String> told = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    OperatorSubtaskState state;
    try (var before = open(backend.get(), null)) {
      firstHalf(before);
      state = before.snapshot(1, 1);
      told.addAll(told(before));
      ids.addAll(ids(before));
    }
    try (var after = open(backend.get(), state)) {
      secondHalf(after);
      told.addAll(told(after));
      ids.addAll(ids(after));
      assertThat(Counts.of(after, "alerts")).isEqualTo(told.size());
    }

    assertThat(told).isEqualTo(undisturbed).containsSequence("update 2", "update 4");
    assertThat(ids.stream().distinct()).hasSize(1);
  }

  @Test
  void aRunThatCanBeRepeatedTellsByEventTime() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null, true)) {
      tracker.setProcessingTime(7);
      take(tracker, Found.inWindow(3));
      tracker.watermark(4 * MINUTE);

      assertThat(tracker.extractOutputValues().get(0).emittedAt()).isEqualTo(4 * MINUTE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNotClosedOverAGapOfItsInterfaceThroughARestart(Backend backend) throws Exception {
    List<String> told = new ArrayList<>();
    OperatorSubtaskState state;
    try (var tracker = open(backend.get(), null)) {
      take(tracker, Found.inWindow(0));
      tracker.watermark(MINUTE);
      tracker.processBroadcastElement(gap(FOUND_AT, 3, 9), 0);
      tracker.watermark(4 * MINUTE);
      told.addAll(told(tracker));
      state = tracker.snapshot(1, 1);
    }
    try (var tracker = open(backend.get(), state)) {
      tracker.watermark(14 * MINUTE - 1);
      assertThat(told(tracker)).isEmpty();
      tracker.watermark(14 * MINUTE);
      told.addAll(told(tracker));
      assertThat(tracker.extractOutputValues().get(0).incident().closedAt()).isEqualTo(14 * MINUTE);
      tracker.watermark(80 * MINUTE);
      assertThat(tracker.numEventTimeTimers()).isZero();
    }
    assertThat(told).containsExactly("open 1", "close 1");
  }

  @Test
  void aGapElsewhereOrAfterItsEndChangesNothing() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      take(tracker, Found.inWindow(0));
      tracker.processBroadcastElement(gap("10.0.0.77", 2, 5), 0);
      tracker.processBroadcastElement(gap(FOUND_AT, 6, 9), 0);
      tracker.watermark(6 * MINUTE);

      assertThat(told(tracker)).containsExactly("open 1", "close 1");
    }
  }

  @Test
  void whereGapsAreToldAClosingWaitsForWordOfThem() throws Exception {
    IncidentSettings settings = new IncidentSettings(50, 60, 5 * MINUTE, 60 * MINUTE, 10 * MINUTE);
    try (var tracker = open(settings, Backend.HEAP.get(), null, true)) {
      take(tracker, Found.inWindow(0));
      tracker.watermark(10 * MINUTE);
      assertThat(told(tracker)).containsExactly("open 1");
      tracker.processBroadcastElement(gap(FOUND_AT, 5, 14), 0);
      tracker.watermark(29 * MINUTE - 1);
      assertThat(told(tracker)).containsExactly("open 1");
      tracker.watermark(29 * MINUTE);

      assertThat(told(tracker)).containsExactly("open 1", "close 1");
      assertThat(tracker.extractOutputValues().get(1).emittedAt()).isEqualTo(19 * MINUTE);
    }
  }

  @Test
  void remembersGapsForAsLongAsTheyMatterOnly() throws Exception {
    try (var tracker = open(Backend.HEAP.get(), null)) {
      for (int minute = 0; minute < 1_000; minute++) {
        tracker.processBroadcastElement(
            gap("10.0." + minute / 250 + "." + minute % 250, minute, minute + 1), 0);
        tracker.watermark((minute + 1) * MINUTE);
      }
      int remembered = 0;
      for (var ignored : tracker.getBroadcastState(IncidentTracker.GAPS).immutableEntries()) {
        remembered++;
      }
      assertThat(remembered).isBetween(5, 12);
    }
  }

  private static Gap gap(String address, int from, int to) {
    return new Gap("", List.of(address), from * MINUTE, to * MINUTE);
  }

  private static void firstHalf(
      KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> tracker)
      throws Exception {
    for (int minute = 0; minute < 3; minute++) {
      take(tracker, Found.inWindow(minute));
      tracker.watermark((minute + 1) * MINUTE - 1);
    }
    take(tracker, Found.inWindow(3).early(16));
  }

  private static void secondHalf(
      KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> tracker)
      throws Exception {
    take(tracker, Found.inWindow(3));
    tracker.watermark(12 * MINUTE);
    take(tracker, Found.inWindow(20));
    tracker.watermark(Long.MAX_VALUE);
  }

  private static void take(
      KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> tracker, Found found)
      throws Exception {
    tracker.processElement(found.get(), 0);
  }

  /** Status and windows of each alert. */
  private static List<String> told(
      KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> tracker) {
    return tracker.extractOutputValues().stream()
        .map(alert -> alert.status().id() + ' ' + alert.incident().windows())
        .toList();
  }

  private static List<String> ids(
      KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> tracker) {
    return tracker.extractOutputValues().stream()
        .map(alert -> alert.incident().id())
        .distinct()
        .toList();
  }

  private static KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> open(
      StateBackend backend, OperatorSubtaskState state) throws Exception {
    return open(backend, state, false);
  }

  private static KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> open(
      StateBackend backend, OperatorSubtaskState state, boolean reproducible) throws Exception {
    return open(SETTINGS, backend, state, reproducible);
  }

  private static KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> open(
      IncidentSettings settings,
      StateBackend backend,
      OperatorSubtaskState state,
      boolean reproducible)
      throws Exception {
    var harness =
        new KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert>(
            new CoBroadcastWithKeyedOperator<>(
                new IncidentTracker(settings, reproducible), List.of(IncidentTracker.GAPS)),
            IncidentKey::of,
            WireType.INCIDENT_KEY.<IncidentKey>info(),
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    harness.setStateBackend(backend);
    harness.setup(WireType.ALERT.<Alert>info().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** Of a backend on the heap. */
  private static int entries(
      KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> tracker) {
    AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) tracker.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }
}
