package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.Flows;
import dev.weir.job.config.DetectOptions;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ViewWindows} keeps, wherever its state lies. */
class ViewWindowsStateTest {

  private static final WindowSpec TUMBLING = WindowSpec.tumbling(60_000);
  private static final WindowSpec SLIDING = new WindowSpec(60_000, 20_000);
  private static final long HOUR = 3_600_000;

  @ParameterizedTest
  @EnumSource
  void leavesNeitherStateNorTimersBehind(Backend backend) throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(SLIDING, backend.get())) {
      windows.takeAll(Flows.mixed(3, 500, HOUR));
      windows.snapshot();
      windows.takeAll(Flows.mixed(3, 500, HOUR));
      assertThat(windows.windowsInState()).isPositive();
      assertThat(windows.timers()).isPositive();

      windows.watermark(2 * HOUR);

      assertThat(windows.windowsInState()).isZero();
      assertThat(windows.timers()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAfterASnapshotAsIfNothingHadHappened(Backend backend) throws Exception {
    List<FlowRecord> flows = Flows.mixed(1, 400, HOUR);
    List<SourceView> undisturbed = run(SLIDING, flows);

    List<SourceView> restored = new ArrayList<>();
    OperatorSubtaskState state;
    try (ViewWindowsHarness before = ViewWindowsHarness.open(SLIDING, backend.get())) {
      before.takeAll(flows.subList(0, 200));
      before.watermark(HOUR / 3);
      state = before.snapshot();
      restored.addAll(before.views());
      before.takeAll(flows.subList(200, 210));
    }
    try (ViewWindowsHarness after =
        ViewWindowsHarness.restore(SLIDING, backend.get(), 1, 0, state)) {
      assertThat(after.count("windowed")).isEqualTo(200);
      assertThat(after.count("windows")).isEqualTo(restored.size());
      after.takeAll(flows.subList(200, 400));
      after.watermark(Long.MAX_VALUE);
      restored.addAll(after.views());
      assertThat(after.count("windowed") + after.count("late")).isEqualTo(400);
      assertThat(after.count("windows")).isEqualTo(undisturbed.size());
    }

    assertThat(restored).containsExactlyInAnyOrderElementsOf(undisturbed);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWindowsOutOfStateUntilACheckpointWantsThem(Backend backend) throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(TUMBLING, backend.get())) {
      windows.takeAll(Flows.mixed(3, 500, HOUR));

      assertThat(windows.windowsInState()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HEAP, 1",
    "HEAP, 2000",
    "HEAP, 20000",
    "ROCKSDB, 1",
    "ROCKSDB, 2000",
    "ROCKSDB, 20000"
  })
  void findsTheSameHoweverLittleItMayHoldBesideState(Backend backend, long room) throws Exception {
    List<FlowRecord> flows = Flows.mixed(5, 600, HOUR / 4);
    List<SourceView> found = new ArrayList<>();
    OperatorSubtaskState state;
    try (ViewWindowsHarness before = ViewWindowsHarness.open(SLIDING, 4, room, backend.get())) {
      for (FlowRecord flow : flows.subList(0, 300)) {
        before.take(flow);
      }
      before.snapshot();
      for (FlowRecord flow : flows.subList(300, 400)) {
        before.take(flow);
      }
      before.watermark(HOUR / 12);
      state = before.snapshot();
      found.addAll(before.views());
    }
    try (ViewWindowsHarness after =
        ViewWindowsHarness.restore(SLIDING, 4, room, backend.get(), state)) {
      for (FlowRecord flow : flows.subList(400, 600)) {
        after.take(flow);
      }
      after.watermark(Long.MAX_VALUE);
      found.addAll(after.views());
      assertThat(after.timers()).isZero();
      assertThat(after.count("windowed") + after.count("late")).isEqualTo(600);
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(oneByOne(flows));
  }

  /** With all the room that is wanted, and no restart. */
  private static List<SourceView> oneByOne(List<FlowRecord> flows) throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(SLIDING, 4, Backend.HEAP.get())) {
      for (FlowRecord flow : flows.subList(0, 400)) {
        windows.take(flow);
      }
      windows.watermark(HOUR / 12);
      for (FlowRecord flow : flows.subList(400, 600)) {
        windows.take(flow);
      }
      windows.watermark(Long.MAX_VALUE);
      return windows.views();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsEverythingFromOneSubtaskToTwoAndBack(Backend backend) throws Exception {
    List<FlowRecord> flows = Flows.mixed(2, 400, HOUR);
    OperatorSubtaskState one;
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(TUMBLING, backend.get())) {
      windows.takeAll(flows);
      one = windows.snapshot();
    }

    OperatorSubtaskState two;
    try (ViewWindowsHarness left =
            ViewWindowsHarness.restore(TUMBLING, backend.get(), 2, 0, part(one, 1, 2, 0));
        ViewWindowsHarness right =
            ViewWindowsHarness.restore(TUMBLING, backend.get(), 2, 1, part(one, 1, 2, 1))) {
      assertThat(left.timers()).isPositive();
      assertThat(right.timers()).isPositive();
      assertThat(left.count("windowed") + right.count("windowed")).isEqualTo(400);
      two = AbstractStreamOperatorTestHarness.repackageState(left.snapshot(), right.snapshot());
    }

    try (ViewWindowsHarness again =
        ViewWindowsHarness.restore(TUMBLING, backend.get(), 1, 0, part(two, 2, 1, 0))) {
      assertThat(again.count("windowed")).isEqualTo(400);
      again.watermark(Long.MAX_VALUE);
      assertThat(again.views()).containsExactlyInAnyOrderElementsOf(run(TUMBLING, flows));
    }
  }

  private static OperatorSubtaskState part(
      OperatorSubtaskState state, int from, int to, int subtask) {
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        state, DetectOptions.MAX_PARALLELISM, from, to, subtask);
  }

  private static List<SourceView> run(WindowSpec window, List<FlowRecord> flows) throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(window)) {
      windows.takeAll(flows);
      windows.watermark(Long.MAX_VALUE);
      return windows.views();
    }
  }
}
