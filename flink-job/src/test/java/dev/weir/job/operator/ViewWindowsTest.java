package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import dev.weir.feature.Late;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.job.Flows;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewWindowsTest {

  private static final WindowSpec TUMBLING = WindowSpec.tumbling(60_000);
  private static final WindowSpec SLIDING = new WindowSpec(60_000, 20_000);
  private static final long HOUR = 3_600_000;

  @Test
  void firesEachWindowOnceAtItsEnd() throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(TUMBLING)) {
      windows.take(Flows.at("a", 0));
      windows.take(Flows.at("a", 59_999));
      windows.take(Flows.at("b", 30_000));
      windows.take(Flows.at("a", 60_000));

      windows.watermark(59_998);
      assertThat(windows.fired()).isEmpty();
      windows.watermark(59_999);
      assertThat(windows.fired()).containsExactlyInAnyOrder("a@0x2", "b@0x1");
      windows.watermark(119_998);
      assertThat(windows.fired()).isEmpty();
      windows.watermark(Long.MAX_VALUE);
      assertThat(windows.fired()).containsExactly("a@60000x1");
      assertThat(windows.count("windows")).isEqualTo(3);
    }
  }

  @Test
  void putsAFlowIntoEverySlidingWindowOfItsTimeAndCountsItOnce() throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(SLIDING)) {
      windows.take(Flows.at("a", 65_000));

      windows.watermark(Long.MAX_VALUE);

      assertThat(windows.fired()).containsExactly("a@20000x1", "a@40000x1", "a@60000x1");
      assertThat(windows.count("windowed")).isEqualTo(1);
      assertThat(windows.count("windows")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void looksAtAnOpenWindowAtItsBaseAndWheneverItsFlowsHaveDoubled(Backend backend)
      throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(TUMBLING, 4, backend.get())) {
      for (int i = 0; i < 20; i++) {
        windows.take(Flows.at("a", 1_000));
      }
      windows.takeAll(Flows.at("b", 1_000, 3));
      windows.takeAll(Flows.at("b", 1_000, 50));
      windows.takeAll(Flows.at("c", 1_000, 3));
      List<SourceView> early = windows.views();

      windows.watermark(Long.MAX_VALUE);

      assertThat(early).allMatch(SourceView::early);
      assertThat(early)
          .extracting(view -> view.vector().value(Feature.FLOW_COUNT))
          .containsExactly(4.0, 8.0, 16.0, 53.0);
      List<SourceView> closed = windows.views();
      assertThat(closed).hasSize(3).noneMatch(SourceView::early);
      assertThat(windows.count("windows")).isEqualTo(3);
      assertThat(early.get(0).evidence()).isNotEqualTo(closed.get(0).evidence());
    }
  }

  @Test
  void slidesOverTheEpoch() throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(SLIDING)) {
      windows.take(Flows.at("a", 5_000));

      windows.watermark(Long.MAX_VALUE);

      assertThat(windows.fired()).containsExactly("a@-40000x1", "a@-20000x1", "a@0x1");
    }
  }

  @Test
  void sendsAPartWhoseWindowHasClosedToTheSideAndCountsItsFlows() throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(TUMBLING)) {
      windows.watermark(59_999);

      windows.takeAll(Flows.at("a", 59_999, 3));
      windows.take(Flows.at("a", 60_000));

      assertThat(windows.late())
          .containsExactly(new Late.Flows(new SourceKey("", "a"), 0, 60_000, 3));
      assertThat(windows.count("late")).isEqualTo(3);
      assertThat(windows.count("windowed")).isEqualTo(1);
      assertThat(windows.timers()).isEqualTo(1);
    }
  }

  @Test
  void takesAFlowIntoThoseOfItsWindowsThatAreOpen() throws Exception {
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(SLIDING)) {
      windows.watermark(85_000);

      windows.take(Flows.at("a", 65_000));
      windows.watermark(Long.MAX_VALUE);

      assertThat(windows.fired()).containsExactly("a@40000x1", "a@60000x1");
      assertThat(windows.late()).isEmpty();
      assertThat(windows.count("windowed")).isEqualTo(1);
      assertThat(windows.count("late")).isZero();
    }
  }

  @Test
  void hasOneTimerForEachOpenWindowOfAShard() throws Exception {
    assertThat(Shards.of(new SourceKey("", "a"))).isNotEqualTo(Shards.of(new SourceKey("", "b")));
    try (ViewWindowsHarness windows = ViewWindowsHarness.open(TUMBLING)) {
      windows.takeAll(Flows.at("a", 10_000, 100));
      windows.takeAll(Flows.at("a", 20_000, 100));
      windows.takeAll(Flows.at("a", 70_000, 100));
      windows.takeAll(Flows.at("b", 10_000, 100));

      assertThat(windows.timers()).isEqualTo(3);
    }
  }

  @Test
  void doesNotOpenAWindowAgainThatHadFiredBeforeASnapshot() throws Exception {
    OperatorSubtaskState state;
    try (ViewWindowsHarness before = ViewWindowsHarness.open(TUMBLING)) {
      before.take(Flows.at("a", 1_000));
      before.watermark(60_000);
      assertThat(before.fired()).hasSize(1);
      state = before.snapshot();
    }

    try (ViewWindowsHarness after = ViewWindowsHarness.restore(TUMBLING, 1, 0, state)) {
      after.take(Flows.at("a", 2_000));
      after.watermark(Long.MAX_VALUE);

      assertThat(after.fired()).isEmpty();
      assertThat(after.late()).hasSize(1);
    }
  }

  @Test
  void refusesASnapshotOfOtherWindowsByBothNames() throws Exception {
    OperatorSubtaskState state;
    try (ViewWindowsHarness before = ViewWindowsHarness.open(TUMBLING)) {
      state = before.snapshot();
    }

    assertThatThrownBy(() -> ViewWindowsHarness.restore(SLIDING, 1, 0, state))
        .hasStackTraceContaining("the savepoint holds windows of " + TUMBLING)
        .hasStackTraceContaining("but the model has windows of " + SLIDING);
  }
}
