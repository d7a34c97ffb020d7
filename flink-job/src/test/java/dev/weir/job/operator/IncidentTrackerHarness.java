package dev.weir.job.operator;

import dev.weir.alert.Alert;
import dev.weir.alert.IncidentKey;
import dev.weir.alert.IncidentSettings;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Detection;
import dev.weir.flow.Gap;
import dev.weir.job.Found;
import dev.weir.job.SmallModel;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** One subtask of {@link IncidentTracker}, driven by hand. */
final class IncidentTrackerHarness implements AutoCloseable {

  /** A quiet period of five minutes, and an hour's memory. */
  static final IncidentSettings SETTINGS =
      new IncidentSettings(50, 60, 5 * Found.MINUTE, 60 * Found.MINUTE, 0);

  private final KeyedBroadcastOperatorTestHarness<IncidentKey, Detection, Gap, Alert> harness;

  private IncidentTrackerHarness(
      IncidentSettings settings, boolean reproducible, Backend backend, OperatorSubtaskState state)
      throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new IncidentTracker(
                    settings, SmallModel.shipped(WindowSpec.tumbling(Found.MINUTE)), reproducible),
                List.of(IncidentTracker.GAPS)),
            IncidentKey::of,
            WireType.INCIDENT_KEY.<IncidentKey>info(),
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    harness.setStateBackend(backend.get());
    harness.setup(WireType.ALERT.<Alert>info().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  /** On the heap. */
  static IncidentTrackerHarness open() throws Exception {
    return open(Backend.HEAP);
  }

  static IncidentTrackerHarness open(Backend backend) throws Exception {
    return restore(backend, null);
  }

  /** Whose alerts carry event time. */
  static IncidentTrackerHarness reproducible(IncidentSettings settings) throws Exception {
    return new IncidentTrackerHarness(settings, true, Backend.HEAP, null);
  }

  static IncidentTrackerHarness restore(Backend backend, OperatorSubtaskState state)
      throws Exception {
    return new IncidentTrackerHarness(SETTINGS, false, backend, state);
  }

  void take(Found found) throws Exception {
    harness.processElement(found.get(), 0);
  }

  void take(Gap gap) throws Exception {
    harness.processBroadcastElement(gap, 0);
  }

  void watermark(long time) throws Exception {
    harness.watermark(time);
  }

  void clock(long time) throws Exception {
    harness.setProcessingTime(time);
  }

  /** What was told since it was opened. */
  List<Alert> alerts() {
    return harness.extractOutputValues();
  }

  /** Status and windows of each alert. */
  List<String> told() {
    return alerts().stream()
        .map(alert -> alert.status().id() + ' ' + alert.incident().windows())
        .toList();
  }

  /** Of the incidents told of, each once. */
  List<String> ids() {
    return alerts().stream().map(alert -> alert.incident().id()).distinct().toList();
  }

  long count(String name) {
    return Counts.of(harness, name);
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  /** Of a backend on the heap. */
  int entries() {
    AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  int gapsRemembered() throws Exception {
    int remembered = 0;
    for (var ignored : harness.getBroadcastState(IncidentTracker.GAPS).immutableEntries()) {
      remembered++;
    }
    return remembered;
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
