package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.TargetAccumulator;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.feature.TargetViews;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.Packing;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link PreAggregator} and {@link ViewWindows} of targets. */
class TargetWindowsTest {

  private static final WindowSpec MINUTE = WindowSpec.tumbling(60_000);
  private static final TargetKey SERVER = new TargetKey("192.0.2.1", 443);
  private static final Packing<TargetAccumulator> PACKING = new Packing<>(TargetAccumulator::read);
  private static final TargetViews VIEWS = new TargetViews(MINUTE, FeatureSettings.DEFAULT);
  private static final JobView<TargetKey, TargetAccumulator, TargetView> VIEW =
      JobView.ofTargets(MINUTE, FeatureSettings.DEFAULT);

  @ParameterizedTest
  @EnumSource
  void partsOfAFloodThatComeFromSeveralPlacesAreOneWindow(Backend backend) throws Exception {
    try (var windows = windows(0, backend.get(), null)) {
      windows.processElement(part(0, 200, 1_000), 0);
      windows.processElement(part(150, 300, 2_000), 0);
      windows.processElement(part(0, 1, 70_000), 0);
      windows.processWatermark(59_999);

      TargetView view = windows.extractOutputValues().get(0);
      assertThat(windows.extractOutputValues()).hasSize(1);
      assertThat(view.target()).isEqualTo(SERVER);
      assertThat(view.flows()).isEqualTo(350);
      assertThat(view.sources()).isBetween(285L, 315L);
      assertThat(view.early()).isFalse();
    }
  }

  @Test
  void whatIsLateIsNeitherReportedNorCountedHere() throws Exception {
    try (var parts = preAggregator();
        var windows = windows(0, Backend.HEAP.get(), null)) {
      parts.processWatermark(59_999);
      parts.processElement(flow("10.0.0.1", 1_000), 0);
      parts.prepareSnapshotPreBarrier(1);
      windows.processWatermark(59_999);
      windows.processElement(part(0, 10, 1_000), 0);
      windows.processWatermark(Long.MAX_VALUE);

      assertThat(parts.extractOutputValues()).isEmpty();
      assertThat(parts.getSideOutput(PreAggregator.LATE)).isNullOrEmpty();
      assertThat(windows.extractOutputValues()).isEmpty();
      assertThat(windows.getSideOutput(ViewWindows.LATE)).isNullOrEmpty();
    }
  }

  @Test
  void flowsToATargetAreAddedUpWhereTheyAreRead() throws Exception {
    try (var parts = preAggregator()) {
      for (int i = 0; i < 1_000; i++) {
        parts.processElement(flow("10.0." + i / 250 + "." + i % 250, 1_000), 0);
      }
      assertThat(parts.extractOutputValues()).isEmpty();

      parts.processWatermark(59_999);

      assertThat(parts.extractOutputValues())
          .singleElement()
          .satisfies(part -> assertThat(part.seen().flows()).isEqualTo(1_000));
    }
  }

  @Test
  void looksAtAFloodBeforeItsWindowEnds() throws Exception {
    try (var windows = windows(100, Backend.HEAP.get(), null)) {
      windows.processElement(part(0, 90, 1_000), 0);
      windows.processElement(part(90, 120, 2_000), 0);
      windows.processElement(part(120, 150, 3_000), 0);
      windows.processElement(part(150, 1_000, 3_000), 0);

      assertThat(windows.extractOutputValues()).allMatch(TargetView::early);
      assertThat(windows.extractOutputValues())
          .extracting(TargetView::flows)
          .containsExactly(120L, 1_000L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterASnapshotAsIfNothingHadHappened(Backend backend) throws Exception {
    OperatorSubtaskState state;
    try (var before = windows(0, backend.get(), null)) {
      before.processElement(part(0, 200, 1_000), 0);
      state = before.snapshot(1, 1);
    }
    try (var after = windows(0, backend.get(), state)) {
      after.processElement(part(100, 300, 1_000), 0);
      after.processWatermark(Long.MAX_VALUE);

      TargetAccumulator undisturbed = PACKING.unpack(part(0, 200, 1_000).seen());
      undisturbed.merge(PACKING.unpack(part(100, 300, 1_000).seen()));
      assertThat(after.extractOutputValues()).containsExactly(VIEWS.close(SERVER, 0, undisturbed));
      assertThat(after.numEventTimeTimers()).isZero();
    }
  }

  private static OneInputStreamOperatorTestHarness<FlowRecord, WindowPart<TargetKey>>
      preAggregator() throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(new PreAggregator<>(VIEW, 0));
    harness.setup(
        WireType.TARGET_PARTIAL
            .<WindowPart<TargetKey>>info()
            .createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, WindowPart<TargetKey>, TargetView>
      windows(long earlyBase, StateBackend backend, OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new ViewWindows<>(VIEW, earlyBase),
            new Shards<>(),
            Types.INT,
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    harness.setStateBackend(backend);
    harness.setup(
        WireType.TARGET_VIEW.<TargetView>info().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  /** A flow of each of some sources. */
  private static WindowPart<TargetKey> part(int from, int to, long time) {
    OpenWindows<TargetKey, TargetAccumulator> open = new OpenWindows<>(VIEWS);
    List<WindowPart<TargetKey>> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      open.add(flow("10.0." + i / 250 + "." + i % 250, time), Long.MIN_VALUE);
    }
    open.closeAll(part -> parts.add(WindowPart.of(part, PACKING)));
    return parts.get(0);
  }

  private static FlowRecord flow(String source, long time) {
    return FlowRecord.builder()
        .srcIp(source)
        .dstIp(SERVER.address())
        .dstPort(SERVER.port())
        .start(time)
        .build();
  }
}
