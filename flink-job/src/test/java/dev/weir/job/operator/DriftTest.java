package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.drift.DriftCounts;
import dev.weir.feature.Evidence;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Detection;
import dev.weir.finding.FindingOptions;
import dev.weir.job.SmallModel;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link DriftCounter} and {@link DriftMonitor}. */
class DriftTest {

  private static final long HOUR = DriftCounts.HOUR;
  private static final int EACH_HOUR = 300;
  private static final ShippedModel SHIPPED = SmallModel.shipped(WindowSpec.tumbling(60_000));

  @Test
  void countsGoOnWithTheWatermarkThatEndsTheirHour() throws Exception {
    try (var counter = counter()) {
      counter.processElement(window(0, 0, 1), 0);
      counter.processElement(window(0, 1, 1), 0);
      counter.processElement(window(1, 0, 1), 0);
      counter.processWatermark(HOUR - 2);
      assertThat(counter.extractOutputValues()).isEmpty();

      counter.processWatermark(HOUR - 1);

      assertThat(counter.extractOutputValues()).extracting(DriftCounts::hour).containsExactly(0L);
    }
  }

  @Test
  void countsAreNotHeldBackAtACheckpointNorAtTheEnd() throws Exception {
    try (var counter = counter()) {
      counter.processElement(window(0, 0, 1), 0);
      counter.prepareSnapshotPreBarrier(1);
      assertThat(counter.extractOutputValues()).hasSize(1);

      counter.processElement(window(0, 1, 1), 0);
      counter.getOneInputOperator().finish();
      assertThat(counter.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void anomalousAndOpenWindowsAreLeftOut() throws Exception {
    try (var counter = counter()) {
      FeatureVector vector = window(0, 0, 1).vector();
      counter.processElement(new ScoredWindow(vector, 0.8, ScoredWindow.ANOMALOUS, false, "m"), 0);
      counter.processElement(
          new ScoredWindow(
              new SourceView(vector, Evidence.NONE, 0, 1, true),
              0.47,
              ScoredWindow.NORMAL,
              false,
              "m"),
          0);
      counter.processWatermark(HOUR);

      assertThat(counter.extractOutputValues()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void driftIsToldAfterADayAndThreeHoursThroughARestart(Backend backend) throws Exception {
    List<Detection> told = new ArrayList<>();
    OperatorSubtaskState state;
    try (var monitor = monitor(backend.get(), null)) {
      for (int hour = 0; hour < 24; hour++) {
        take(monitor, hour, 100);
      }
      told.addAll(monitor.extractOutputValues());
      state = monitor.snapshot(1, 1);
    }
    assertThat(told).isEmpty();
    try (var monitor = monitor(backend.get(), state)) {
      take(monitor, 24, 100);
      assertThat(monitor.extractOutputValues()).isEmpty();
      take(monitor, 25, 100);

      assertThat(monitor.extractOutputValues())
          .extracting(Detection::topic)
          .containsExactly("drift");
      assertThat(monitor.extractOutputValues().get(0).windowEnd()).isEqualTo(26 * HOUR);
      assertThat(monitor.extractOutputValues().get(0).scoring().modelId())
          .isEqualTo(SHIPPED.model().id());
    }
  }

  @Test
  void whatIsAsInTrainingIsNotTold() throws Exception {
    try (var monitor = monitor(Backend.HEAP.get(), null)) {
      for (int hour = 0; hour < 30; hour++) {
        take(monitor, hour, 1);
      }

      assertThat(monitor.extractOutputValues()).isEmpty();
      assertThat(monitor.numKeyedStateEntries()).isEqualTo(1);
      assertThat(monitor.numEventTimeTimers()).as("the next hour's").isEqualTo(1);

      monitor.processWatermark(54 * HOUR);
      assertThat(monitor.numKeyedStateEntries()).isZero();
      assertThat(monitor.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aQuietHourDoesNotKeepDriftFromBeingTold() throws Exception {
    try (var monitor = monitor(Backend.HEAP.get(), null)) {
      for (int hour = 0; hour < 26; hour++) {
        if (hour % 5 == 3) {
          monitor.processWatermark((hour + 1) * HOUR - 1);
        } else {
          take(monitor, hour, 100);
        }
      }

      assertThat(monitor.extractOutputValues())
          .extracting(Detection::topic)
          .containsExactly("drift");
    }
  }

  @Test
  void beyondTheInputsEndNothingIsTold() throws Exception {
    try (var monitor = monitor(Backend.HEAP.get(), null)) {
      for (int hour = 0; hour < 24; hour++) {
        take(monitor, hour, 100);
      }
      monitor.processWatermark(Long.MAX_VALUE);

      assertThat(monitor.extractOutputValues()).isEmpty();
      assertThat(monitor.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void partsOfSeveralSubtasksAreOneHour() throws Exception {
    try (var monitor = monitor(Backend.HEAP.get(), null);
        var half = monitor(Backend.HEAP.get(), null)) {
      for (int hour = 0; hour < 3; hour++) {
        for (int part = 0; part < 2; part++) {
          monitor.processElement(counts(hour, 150, Double.NaN), 0);
        }
        half.processElement(counts(hour, 150, Double.NaN), 0);
        monitor.processWatermark((hour + 1) * HOUR - 1);
        half.processWatermark((hour + 1) * HOUR - 1);
      }

      assertThat(monitor.extractOutputValues())
          .extracting(Detection::topic)
          .containsExactly("feature-missing flow_count");
      assertThat(half.extractOutputValues()).as("too few windows to say").isEmpty();
    }
  }

  @Test
  void countsOfAnotherModelAreForgotten() throws Exception {
    OperatorSubtaskState state;
    try (var monitor = monitor(Backend.HEAP.get(), null)) {
      monitor.processElement(counts(0, EACH_HOUR, Double.NaN), 0);
      monitor.processElement(counts(1, EACH_HOUR, Double.NaN), 0);
      state = monitor.snapshot(1, 1);
    }
    ShippedModel next = SmallModel.shipped(WindowSpec.tumbling(300_000));
    try (var monitor = monitor(next, Backend.HEAP.get(), state)) {
      monitor.processWatermark(HOUR - 1);
      monitor.processElement(counts(next, 1, EACH_HOUR, Double.NaN), 0);
      monitor.processWatermark(2 * HOUR - 1);
      monitor.processElement(counts(next, 2, EACH_HOUR, Double.NaN), 0);
      monitor.processWatermark(3 * HOUR - 1);
      assertThat(monitor.extractOutputValues()).isEmpty();

      monitor.processElement(counts(next, 3, EACH_HOUR, Double.NaN), 0);
      monitor.processWatermark(4 * HOUR - 1);
      assertThat(monitor.extractOutputValues()).hasSize(1);
    }
  }

  private static void take(
      KeyedOneInputStreamOperatorTestHarness<Integer, DriftCounts, Detection> monitor,
      int hour,
      double times)
      throws Exception {
    monitor.processElement(counts(hour, EACH_HOUR, times), 0);
    monitor.processWatermark((hour + 1) * HOUR - 1);
  }

  private static DriftCounts counts(int hour, int windows, double times) throws Exception {
    return counts(SHIPPED, hour, windows, times);
  }

  /** As the counter counts them. */
  private static DriftCounts counts(ShippedModel model, int hour, int windows, double times)
      throws Exception {
    try (var counter = counter(model)) {
      for (int i = 0; i < windows; i++) {
        counter.processElement(window(hour, i, times), 0);
      }
      counter.prepareSnapshotPreBarrier(1);
      return counter.extractOutputValues().get(0);
    }
  }

  /** One to three flows in training, times so many now. */
  private static ScoredWindow window(int hour, int i, double times) {
    double[] values = new double[Feature.COUNT];
    values[Feature.FLOW_COUNT.ordinal()] = times * (1 + i % 3);
    values[Feature.BYTES_IN.ordinal()] = 1 + i % 3;
    long start = hour * HOUR + i % 60 * 60_000L;
    return new ScoredWindow(
        new FeatureVector(new SourceKey("", "10.0.0." + i), start, start + 60_000, "", values),
        0.47,
        ScoredWindow.NORMAL,
        false,
        "m");
  }

  private static OneInputStreamOperatorTestHarness<ScoredWindow, DriftCounts> counter()
      throws Exception {
    return counter(SHIPPED);
  }

  private static OneInputStreamOperatorTestHarness<ScoredWindow, DriftCounts> counter(
      ShippedModel model) throws Exception {
    OneInputStreamOperatorTestHarness<ScoredWindow, DriftCounts> harness =
        new OneInputStreamOperatorTestHarness<>(new DriftCounter(model));
    harness.setup(
        WireType.DRIFT_COUNTS.<DriftCounts>info().createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, DriftCounts, Detection> monitor(
      StateBackend backend, OperatorSubtaskState state) throws Exception {
    return monitor(SHIPPED, backend, state);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, DriftCounts, Detection> monitor(
      ShippedModel model, StateBackend backend, OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DriftMonitor(model, FindingOptions.of().drift())),
            (DriftCounts counts) -> DriftMonitor.KEY,
            Types.INT,
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    harness.setStateBackend(backend);
    harness.setup(
        WireType.DETECTION.<Detection>info().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
