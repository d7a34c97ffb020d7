package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class AccountsTest {

  @Test
  void findsItsCountsAgainWhereAReleaseHasMoreOfThemInAnotherOrder() throws Exception {
    OperatorSubtaskState old;
    try (OneInputStreamOperatorTestHarness<Integer, Integer> counting =
        harness("apples", "pears")) {
      counting.open();
      counting.processElement(0, 0);
      counting.processElement(0, 0);
      counting.processElement(1, 0);
      old = counting.snapshot(1, 1);
    }

    try (OneInputStreamOperatorTestHarness<Integer, Integer> counting =
        harness("quinces", "pears", "apples")) {
      counting.initializeState(old);
      counting.open();
      assertThat(Counts.of(counting, "apples")).isEqualTo(2);
      assertThat(Counts.of(counting, "pears")).isEqualTo(1);
      assertThat(Counts.of(counting, "quinces")).isZero();
    }
  }

  private static OneInputStreamOperatorTestHarness<Integer, Integer> harness(String... names)
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new Counting(new Accounts(List.of(names)))));
  }

  private static final class Counting extends ProcessFunction<Integer, Integer>
      implements CheckpointedFunction, Serializable {

    private static final long serialVersionUID = 1L;

    private final Accounts accounts;

    Counting(Accounts accounts) {
      this.accounts = accounts;
    }

    @Override
    public void processElement(Integer index, Context context, Collector<Integer> out) {
      accounts.add(index);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
      accounts.initialize(context, getRuntimeContext());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
      accounts.snapshot();
    }
  }
}
