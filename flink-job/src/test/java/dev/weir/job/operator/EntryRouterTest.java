package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.job.Flows;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EntryRouterTest {

  private static final FlowRecord FLOW = Flows.at("a", 5);

  @Test
  void sendsFlowsOnDeadLettersAsideAndTheRestNowhere() throws Exception {
    try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> router = harness(1, 0)) {
      router.open();

      router.processElement(FLOW, 5);
      router.processElement(letter(DeadLetterReason.BAD_TIME), 6);
      router.processElement(Ignored.HEADER, 7);

      assertThat(router.extractOutputValues()).containsExactly(FLOW);
      assertThat(router.getSideOutput(EntryRouter.DEAD_LETTERS))
          .extracting(StreamRecord::getValue)
          .containsExactly(letter(DeadLetterReason.BAD_TIME));
    }
  }

  @Test
  void countsEveryEntryForWhatItBecame() throws Exception {
    try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> router = harness(1, 0)) {
      router.open();

      takeOneOfEach(router);
      router.processElement(FLOW, 5);

      long kinds = 1 + DeadLetterReason.values().length + Ignored.values().length;
      assertThat(Counts.of(router, "entries")).isEqualTo(kinds + 1);
      assertThat(Counts.of(router, "decoded")).isEqualTo(2);
      assertThat(reasonCounts(router)).containsOnly(1L);
    }
  }

  @Test
  void goesOnCountingAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> router = harness(1, 0)) {
      router.open();
      takeOneOfEach(router);
      state = router.snapshot(1, 1);
      takeOneOfEach(router);
    }

    try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> router = harness(1, 0)) {
      router.initializeState(state);
      router.open();
      assertThat(reasonCounts(router)).containsOnly(1L);
      takeOneOfEach(router);
      assertThat(reasonCounts(router)).containsOnly(2L);
      assertThat(Counts.of(router, "decoded")).isEqualTo(2);
    }
  }

  @Test
  void losesNoCountFromTwoSubtasksToOneOrThree() throws Exception {
    OperatorSubtaskState two;
    try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> left = harness(2, 0);
        OneInputStreamOperatorTestHarness<Entry, FlowRecord> right = harness(2, 1)) {
      left.open();
      right.open();
      left.processElement(FLOW, 5);
      left.processElement(FLOW, 5);
      right.processElement(FLOW, 5);
      two =
          AbstractStreamOperatorTestHarness.repackageState(
              left.snapshot(1, 1), right.snapshot(1, 1));
    }

    assertThat(decodedAfterRescale(two, 1)).isEqualTo(3);
    assertThat(decodedAfterRescale(two, 3)).isEqualTo(3);
  }

  @Test
  void aGapIsAnIgnoredEntryAndGoesItsOwnWay() throws Exception {
    Gap gap = new Gap("", List.of("10.0.0.1"), 1, 2);
    try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> router = harness(1, 0)) {
      router.open();
      router.processElement(gap, 5);
      router.processElement(Ignored.SKIP_DATA, 5);

      assertThat(Counts.of(router, "entries")).isEqualTo(2);
      assertThat(Counts.of(router, "ignored.skip-data")).isEqualTo(2);
      assertThat(router.extractOutputValues()).isEmpty();
      assertThat(router.getSideOutput(EntryRouter.GAPS))
          .extracting(StreamRecord::getValue)
          .containsExactly(gap);
    }
  }

  private static long decodedAfterRescale(OperatorSubtaskState two, int to) throws Exception {
    long decoded = 0;
    for (int subtask = 0; subtask < to; subtask++) {
      try (OneInputStreamOperatorTestHarness<Entry, FlowRecord> router = harness(to, subtask)) {
        router.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                two, DetectOptions.MAX_PARALLELISM, 2, to, subtask));
        router.open();
        decoded += Counts.of(router, "decoded");
      }
    }
    return decoded;
  }

  private static void takeOneOfEach(OneInputStreamOperatorTestHarness<Entry, FlowRecord> router)
      throws Exception {
    router.processElement(FLOW, 5);
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      router.processElement(letter(reason), 5);
    }
    for (Ignored reason : Ignored.values()) {
      router.processElement(reason, 5);
    }
  }

  private static Stream<Long> reasonCounts(
      OneInputStreamOperatorTestHarness<Entry, FlowRecord> router) {
    return Stream.concat(
        Arrays.stream(DeadLetterReason.values())
            .map(reason -> Counts.of(router, "dead_letters." + reason.id())),
        Arrays.stream(Ignored.values()).map(reason -> Counts.of(router, "ignored." + reason.id())));
  }

  private static DeadLetter letter(DeadLetterReason reason) {
    return new DeadLetter(reason, "detail", "origin", -1, new byte[] {1}, false);
  }

  private static OneInputStreamOperatorTestHarness<Entry, FlowRecord> harness(
      int subtasks, int subtask) throws Exception {
    OneInputStreamOperatorTestHarness<Entry, FlowRecord> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new EntryRouter()),
            DetectOptions.MAX_PARALLELISM,
            subtasks,
            subtask);
    harness.setup(WireType.FLOW.<FlowRecord>info().createSerializer(new SerializerConfigImpl()));
    return harness;
  }
}
