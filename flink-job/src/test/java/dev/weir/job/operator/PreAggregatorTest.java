package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.Late;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.Flows;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class PreAggregatorTest {

  private static final WindowSpec TUMBLING = WindowSpec.tumbling(60_000);
  private static final WindowSpec SLIDING = new WindowSpec(60_000, 20_000);

  @Test
  void holdsFlowsOfASourceAndWindowBackAsOneSum() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      takeAll(harness, Flows.at("a", 10_000, 5));
      takeAll(harness, Flows.at("a", 70_000, 2));
      takeAll(harness, Flows.at("b", 10_000, 1));
      assertThat(sent(harness)).isEmpty();

      harness.prepareSnapshotPreBarrier(1);

      assertThat(sent(harness)).containsExactlyInAnyOrder("a@0x5", "b@0x1", "a@60000x2");
    }
  }

  @Test
  void sendsWhatAWatermarkClosesBeforeIt() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      takeAll(harness, Flows.at("a", 10_000, 5));
      takeAll(harness, Flows.at("a", 70_000, 2));

      harness.processWatermark(59_998);
      assertThat(sent(harness)).isEmpty();
      harness.processWatermark(59_999);

      assertThat(harness.getOutput()).last().isEqualTo(new Watermark(59_999));
      assertThat(sent(harness)).containsExactly("a@0x5");
    }
  }

  @Test
  void sendsAllAfterASecondAtMost() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      takeAll(harness, Flows.at("a", 10_000, 5));

      harness.setProcessingTime(999);
      assertThat(sent(harness)).isEmpty();
      harness.setProcessingTime(1_000);
      assertThat(sent(harness)).containsExactly("a@0x5");

      takeAll(harness, Flows.at("a", 10_000, 1));
      harness.setProcessingTime(2_000);
      assertThat(sent(harness)).containsExactly("a@0x1");
    }
  }

  @Test
  void holdsNothingBackWhileItsInputIsIdleNorAtItsEnd() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      takeAll(harness, Flows.at("a", 10_000, 5));
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      assertThat(harness.getOutput()).last().isEqualTo(WatermarkStatus.IDLE);
      assertThat(sent(harness)).containsExactly("a@0x5");

      takeAll(harness, Flows.at("a", 10_000, 1));
      assertThat(sent(harness)).containsExactly("a@0x1");

      harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
      takeAll(harness, Flows.at("b", 10_000, 1));
      assertThat(sent(harness)).isEmpty();
      harness.endInput();
      harness.getOneInputOperator().finish();
      assertThat(sent(harness)).containsExactly("b@0x1");
    }
  }

  @Test
  void sendsASumOnceItIsLarge() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      takeAll(harness, Flows.at("a", 10_000, PreAggregator.MAX_FLOWS + 3));
      takeAll(harness, Flows.at("b", 10_000, 1));

      assertThat(sent(harness)).containsExactly("a@0x" + PreAggregator.MAX_FLOWS);
      harness.prepareSnapshotPreBarrier(1);
      assertThat(sent(harness)).containsExactlyInAnyOrder("a@0x3", "b@0x1");
    }
  }

  @Test
  void sendsASumOnceItsWindowIsWorthALook() throws Exception {
    try (var harness = open(TUMBLING, 16)) {
      takeAll(harness, Flows.at("a", 10_000, 15));
      assertThat(sent(harness)).isEmpty();

      takeAll(harness, Flows.at("a", 10_000, 1));

      assertThat(sent(harness)).containsExactly("a@0x16");
    }
  }

  @Test
  void holdsABoundedNumberOfSums() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      for (int i = 0; i < PreAggregator.MAX_HELD - 1; i++) {
        takeAll(harness, Flows.at("source-" + i, 10_000, 1));
      }
      assertThat(sent(harness)).isEmpty();

      takeAll(harness, Flows.at("one more", 10_000, 1));

      assertThat(sent(harness)).hasSize(PreAggregator.MAX_HELD);
    }
  }

  @Test
  void sendsAFlowWhoseWindowsHaveAllClosedToTheSideAndCountsIt() throws Exception {
    try (var harness = open(TUMBLING, 0)) {
      FlowRecord late = Flows.at("a", 59_999);
      harness.processWatermark(59_999);

      harness.processElement(late, 0);
      harness.prepareSnapshotPreBarrier(1);

      assertThat(sent(harness)).isEmpty();
      assertThat(harness.getSideOutput(PreAggregator.LATE))
          .extracting(StreamRecord::getValue)
          .containsExactly(new Late.Flow(late));
      assertThat(Counts.of(harness, "late")).isEqualTo(1);
    }
  }

  @Test
  void countsAFlowInTheLastOfItsSlidingWindowsOnly() throws Exception {
    try (var harness = open(SLIDING, 0)) {
      harness.processElement(Flows.at("a", 65_000), 0);

      harness.prepareSnapshotPreBarrier(1);

      assertThat(sent(harness)).containsExactly("a@20000x0", "a@40000x0", "a@60000x1");
    }
  }

  private static OneInputStreamOperatorTestHarness<FlowRecord, WindowPart<SourceKey>> open(
      WindowSpec window, long earlyBase) throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<>(
            new PreAggregator<>(
                JobView.ofSources(window, FeatureSettings.DEFAULT, KnownTargets.NONE), earlyBase));
    harness.setup(
        WireType.PARTIAL
            .<WindowPart<SourceKey>>info()
            .createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }

  private static void takeAll(
      OneInputStreamOperatorTestHarness<FlowRecord, WindowPart<SourceKey>> harness,
      List<FlowRecord> flows)
      throws Exception {
    for (FlowRecord flow : flows) {
      harness.processElement(flow, 0);
    }
  }

  /** Source, start and flows of each sum that was sent since this was last asked. */
  private static List<String> sent(
      OneInputStreamOperatorTestHarness<FlowRecord, WindowPart<SourceKey>> harness) {
    List<String> sent = new ArrayList<>();
    for (WindowPart<SourceKey> partial : harness.extractOutputValues()) {
      sent.add(partial.key().address() + "@" + partial.start() + "x" + partial.flows());
    }
    harness.getOutput().clear();
    return sent;
  }
}
