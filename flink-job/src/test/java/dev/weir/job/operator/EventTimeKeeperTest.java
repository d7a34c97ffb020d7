package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.FlowRecord;
import dev.weir.job.Flows;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EventTimeKeeperTest {

  private static final long OUT_OF_ORDERNESS = 30_000;
  private static final long SILENCE = 300_000;
  private static final long LATEST = 1_000_000;

  @Test
  void aSilentSourceClosesWindowsByTheWallClockAfterARestart() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = restored()) {
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      keeper.setProcessingTime(SILENCE - 1);
      assertThat(watermarks(keeper)).isEmpty();

      keeper.setProcessingTime(SILENCE);
      assertThat(watermarks(keeper)).containsExactly(LATEST + SILENCE - OUT_OF_ORDERNESS - 1);
      assertThat(keeper.getOutput()).last().isEqualTo(WatermarkStatus.IDLE);

      keeper.setProcessingTime(SILENCE + 1000);
      assertThat(watermarks(keeper)).hasSize(2).last().isEqualTo(watermarks(keeper).get(0) + 1000);
    }
  }

  @Test
  void aSourceThatIsWaitedForIsNotGivenUp() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = restored()) {
      keeper.setProcessingTime(2 * SILENCE);
      assertThat(watermarks(keeper)).isEmpty();

      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      keeper.setProcessingTime(2 * SILENCE + 1000);
      assertThat(watermarks(keeper)).hasSize(1);
    }
  }

  @Test
  void aSourceThatGoesOnByTheWallClockItselfKeepsTheTime() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = restored()) {
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      for (int second = 1; second <= 600; second++) {
        keeper.processWatermark(LATEST + second);
        keeper.setProcessingTime(1000 * second);
      }

      assertThat(watermarks(keeper)).hasSize(600).last().isEqualTo(LATEST + 600);
    }
  }

  @Test
  void aSourceWhoseSplitsHaveAllEndedClosesWindowsByTheWallClock() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.setProcessingTime(10_000);
      keeper.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
      keeper.processWatermark(LATEST - OUT_OF_ORDERNESS - 1);
      keeper.setProcessingTime(11_000);
      // Shards were split, and nothing came of their children.
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      keeper.setProcessingTime(11_000 + SILENCE - 1);
      assertThat(watermarks(keeper)).hasSize(1);

      keeper.setProcessingTime(11_000 + SILENCE);
      assertThat(watermarks(keeper)).hasSize(2);
      assertThat(watermarks(keeper)).last().isEqualTo(LATEST + SILENCE - OUT_OF_ORDERNESS - 1);
      assertThat(keeper.getOutput()).last().isEqualTo(WatermarkStatus.IDLE);
    }
  }

  @Test
  void timeGoesOnFromWhatASilentSourceHasToldAndNotFromItsLastFlow() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
      keeper.processWatermark(LATEST + 5 * SILENCE);
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      keeper.setProcessingTime(1000);

      keeper.setProcessingTime(1000 + SILENCE);
      assertThat(watermarks(keeper)).last().isEqualTo(LATEST + 6 * SILENCE);
    }
  }

  @Test
  void aSourceThatComesBackWithAnEarlierTimeDoesNotTurnTimeBack() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = restored()) {
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      keeper.setProcessingTime(SILENCE);
      keeper.processWatermarkStatus(WatermarkStatus.ACTIVE);
      keeper.processWatermark(LATEST);

      assertThat(watermarks(keeper)).containsExactly(LATEST + SILENCE - OUT_OF_ORDERNESS - 1);
      keeper.processWatermark(LATEST + SILENCE);
      assertThat(watermarks(keeper)).last().isEqualTo(LATEST + SILENCE);
    }
  }

  @Test
  void aJobThatIsDrainedWhileItsSourceIsIdleClosesItsWindows() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);

      keeper.getOneInputOperator().finish();

      assertThat(keeper.getOutput())
          .endsWith(
              WatermarkStatus.IDLE,
              WatermarkStatus.ACTIVE,
              new Watermark(LATEST - 1),
              Watermark.MAX_WATERMARK);
    }
  }

  @Test
  void aFirstStartHasNoTimeToGoOnFrom() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.processWatermarkStatus(WatermarkStatus.IDLE);
      keeper.setProcessingTime(10 * SILENCE);

      assertThat(watermarks(keeper)).isEmpty();
    }
  }

  @Test
  void theInputsEndComesAfterTheTimeOfItsLastFlow() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
      keeper.processWatermark(Long.MAX_VALUE);

      assertThat(watermarks(keeper)).containsExactly(LATEST - 1, Long.MAX_VALUE);
    }
  }

  @Test
  void whatTimeTheInputsEndTellsDoesNotDependOnTheOrderOfItsFlows() throws Exception {
    List<Long> ends = new ArrayList<>();
    for (long disorder : new long[] {0, OUT_OF_ORDERNESS, 100 * OUT_OF_ORDERNESS}) {
      try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness(disorder)) {
        keeper.open();
        keeper.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
        keeper.processElement(Flows.at("10.0.0.1", LATEST - disorder), LATEST - disorder);
        keeper.processWatermark(LATEST - disorder - 1);
        keeper.processWatermark(Long.MAX_VALUE);

        List<Long> told = watermarks(keeper);
        ends.add(told.get(told.size() - 2));
      }
    }
    assertThat(ends).containsOnly(LATEST - 1);
  }

  @Test
  void whatTheSourceDoesNotBelieveOfAFlowsClockIsNotRemembered() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.processElement(Flows.at("10.0.0.1", LATEST + 290_000), LATEST);
      keeper.processWatermark(Long.MAX_VALUE);

      assertThat(watermarks(keeper)).containsExactly(LATEST - 1, Long.MAX_VALUE);
    }
  }

  @Test
  void timeNeverGoesBackAtTheEnd() throws Exception {
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper = harness()) {
      keeper.open();
      keeper.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
      keeper.processWatermark(LATEST);
      keeper.processWatermark(Long.MAX_VALUE);

      assertThat(watermarks(keeper)).containsExactly(LATEST, Long.MAX_VALUE);
    }
  }

  private static OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> restored()
      throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> before = harness()) {
      before.open();
      before.processElement(Flows.at("10.0.0.1", LATEST), LATEST);
      before.processElement(Flows.at("10.0.0.1", LATEST - 100), LATEST - 100);
      state = before.snapshot(1, 1);
    }
    OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> after = harness();
    after.initializeState(state);
    after.open();
    return after;
  }

  private static OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> harness()
      throws Exception {
    return harness(OUT_OF_ORDERNESS);
  }

  private static OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> harness(
      long outOfOrderness) throws Exception {
    OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> harness =
        new OneInputStreamOperatorTestHarness<>(new EventTimeKeeper(outOfOrderness, SILENCE));
    harness.setup(WireType.FLOW.<FlowRecord>info().createSerializer(new SerializerConfigImpl()));
    return harness;
  }

  private static List<Long> watermarks(
      OneInputStreamOperatorTestHarness<FlowRecord, FlowRecord> keeper) {
    return keeper.getOutput().stream()
        .filter(Watermark.class::isInstance)
        .map(mark -> ((Watermark) mark).getTimestamp())
        .toList();
  }
}
