package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {
  private static final FlowRecord FLOW = FlowRecord.builder().srcIp("10.0.0.1").start(1).build();

  @Test
  void setsASecondDeliveryFromTheSameSplitAside() throws Exception {
    try (OneInputStreamOperatorTestHarness<Entry, Entry> filter = harness(1, 0)) {
      filter.open();
      take(filter, "t-0", 1);
      take(filter, "t-0", 1);
      take(filter, "t-1", 1);
      filter.processElement(FLOW, 5);
      filter.processElement(Ignored.NO_DATA, 5);

      assertThat(filter.extractOutputValues())
          .containsExactly(FLOW, SetAside.DUPLICATE_EVENT, FLOW, FLOW, Ignored.NO_DATA);
    }
  }

  @Test
  void remembersThroughARestart() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<Entry, Entry> filter = harness(1, 0)) {
      filter.open();
      take(filter, "t-0", 1);
      state = filter.snapshot(1, 1);
      take(filter, "t-0", 2);
    }
    try (OneInputStreamOperatorTestHarness<Entry, Entry> filter = harness(1, 0)) {
      filter.initializeState(state);
      filter.open();
      take(filter, "t-0", 1);
      take(filter, "t-0", 2);

      assertThat(filter.extractOutputValues()).containsExactly(SetAside.DUPLICATE_EVENT, FLOW);
    }
  }

  @Test
  void remembersWhereverASplitGoesAndThoseThatAreSilent() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<Entry, Entry> left = harness(2, 0);
        OneInputStreamOperatorTestHarness<Entry, Entry> right = harness(2, 1)) {
      left.open();
      right.open();
      take(left, "t-0", 1);
      take(left, "silent", 7);
      take(right, "t-1", 2);
      state = together(left, right, 1);
    }
    // Swapped, with a checkpoint in which nobody has met the silent split.
    try (OneInputStreamOperatorTestHarness<Entry, Entry> left = restored(state, 2, 2, 0);
        OneInputStreamOperatorTestHarness<Entry, Entry> right = restored(state, 2, 2, 1)) {
      take(left, "t-1", 2);
      take(left, "t-1", 3);
      take(right, "t-0", 1);
      assertThat(left.extractOutputValues()).containsExactly(SetAside.DUPLICATE_EVENT, FLOW);
      assertThat(right.extractOutputValues()).containsExactly(SetAside.DUPLICATE_EVENT);
      state = together(left, right, 2);
    }
    try (OneInputStreamOperatorTestHarness<Entry, Entry> only = restored(state, 2, 1, 0)) {
      take(only, "silent", 7);
      take(only, "t-0", 1);
      take(only, "t-1", 2);
      take(only, "t-1", 3);
      assertThat(only.extractOutputValues()).containsOnly(SetAside.DUPLICATE_EVENT);
    }
  }

  @Test
  void keepsStateFromGrowingFromRestartToRestart() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<Entry, Entry> filter = harness(1, 0)) {
      filter.open();
      take(filter, "t-0", 1);
      state = filter.snapshot(1, 1);
    }
    int parallelism = 1;
    List<Long> sizes = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      List<OneInputStreamOperatorTestHarness<Entry, Entry>> subtasks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        subtasks.add(restored(state, parallelism, 4, i));
      }
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (OneInputStreamOperatorTestHarness<Entry, Entry> subtask : subtasks) {
        parts.add(subtask.snapshot(round, round));
        subtask.close();
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(OperatorSubtaskState[]::new));
      parallelism = 4;
      sizes.add(state.getStateSize());
    }
    assertThat(sizes).containsOnly(sizes.get(0));
  }

  @Test
  void forgetsASplitThatIsSilentWhileOthersHaveAHundredTimesWhatIsRemembered() throws Exception {
    try (OneInputStreamOperatorTestHarness<Entry, Entry> filter = harness(1, 0)) {
      filter.open();
      take(filter, "ended", 1);
      for (int event = 0; event < 100 * 100; event++) {
        take(filter, "t-0", event + 1);
      }
      long before = filter.snapshot(1, 1).getStateSize();
      take(filter, "t-0", 20_000);

      assertThat(filter.snapshot(2, 2).getStateSize()).isLessThan(before);
      take(filter, "ended", 1);
      assertThat(filter.extractOutputValues()).last().isEqualTo(FLOW);
    }
  }

  private static void take(
      OneInputStreamOperatorTestHarness<Entry, Entry> filter, String split, long event)
      throws Exception {
    filter.processElement(new DeliveredFlow(split, event, FLOW), 5);
  }

  private static OperatorSubtaskState together(
      OneInputStreamOperatorTestHarness<Entry, Entry> left,
      OneInputStreamOperatorTestHarness<Entry, Entry> right,
      long id)
      throws Exception {
    return AbstractStreamOperatorTestHarness.repackageState(
        left.snapshot(id, id), right.snapshot(id, id));
  }

  private static OneInputStreamOperatorTestHarness<Entry, Entry> restored(
      OperatorSubtaskState state, int from, int to, int subtask) throws Exception {
    OneInputStreamOperatorTestHarness<Entry, Entry> filter = harness(to, subtask);
    filter.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            state, DetectOptions.MAX_PARALLELISM, from, to, subtask));
    filter.open();
    return filter;
  }

  private static OneInputStreamOperatorTestHarness<Entry, Entry> harness(int subtasks, int subtask)
      throws Exception {
    OneInputStreamOperatorTestHarness<Entry, Entry> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new RepeatFilter(100)),
            DetectOptions.MAX_PARALLELISM,
            subtasks,
            subtask);
    harness.setup(WireType.ENTRY.<Entry>info().createSerializer(new SerializerConfigImpl()));
    return harness;
  }
}
