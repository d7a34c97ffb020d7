package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.PairView;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.SourceViews;
import dev.weir.feature.TargetKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.SmallModel;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.types.WireType;
import dev.weir.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairHistoriesTest {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final WindowSpec WINDOW = WindowSpec.tumbling(MINUTE);
  private static final TargetKey AFAR = new TargetKey("203.0.113.9", 443);
  private static final SourceViews VIEWS =
      new SourceViews(WINDOW, FeatureSettings.DEFAULT, KnownTargets.NONE);

  @ParameterizedTest
  @EnumSource
  void tellsHowASourceComesBackThoughItIsRestartedBetween(Backend backend) throws Exception {
    List<PairView> told = new ArrayList<>();
    OperatorSubtaskState state;
    try (var before = open(backend.get(), null)) {
      for (int i = 0; i < 4; i++) {
        take(before, "10.0.0.1", i * 10 * MINUTE, false);
        take(before, "10.0.0.2", i * 7 * MINUTE, false);
      }
      told.addAll(before.extractOutputValues());
      state = before.snapshot(1, 1);
    }
    try (var after = open(backend.get(), state)) {
      for (int i = 4; i < 8; i++) {
        take(after, "10.0.0.1", i * 10 * MINUTE, false);
      }
      told.addAll(after.extractOutputValues());
    }

    assertThat(told).extracting(PairView::contacts).containsExactly(7L, 8L);
    PairView last = told.get(1);
    assertThat(last.source()).isEqualTo(new SourceKey("", "10.0.0.1"));
    assertThat(last.target()).isEqualTo(AFAR);
    assertThat(last.period()).isBetween(9 * MINUTE, 11 * MINUTE);
    assertThat(last.regularity()).isEqualTo(1);
  }

  @Test
  void anOpenWindowIsNotCounted() throws Exception {
    try (var histories = open(Backend.HEAP.get(), null)) {
      for (int i = 0; i < 8; i++) {
        take(histories, "10.0.0.1", i * 10 * MINUTE, true);
      }

      assertThat(histories.extractOutputValues()).isEmpty();
      assertThat(histories.numKeyedStateEntries()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgetsSourcesThatDoNotComeBack(Backend backend) throws Exception {
    try (var histories = open(backend.get(), null)) {
      for (int i = 0; i < 100; i++) {
        take(histories, "10.0.0." + i, i * MINUTE, false);
      }
      histories.processWatermark(5 * HOUR);
      assertThat(histories.numEventTimeTimers()).isPositive();

      histories.processWatermark(9 * HOUR);

      assertThat(histories.numEventTimeTimers()).isZero();
      if (backend == Backend.HEAP) {
        assertThat(histories.numKeyedStateEntries()).isZero();
      }
    }
  }

  private static void take(
      KeyedOneInputStreamOperatorTestHarness<Integer, SourceView, PairView> histories,
      String source,
      long time,
      boolean early)
      throws Exception {
    SourceKey key = new SourceKey("", source);
    SourceAccumulator seen = VIEWS.empty();
    FlowRecord flow =
        FlowRecord.builder()
            .srcIp(source)
            .dstIp(AFAR.address())
            .dstPort(AFAR.port())
            .start(time)
            .build();
    VIEWS.add(seen, flow, time);
    histories.processElement(
        early ? VIEWS.look(key, time, seen) : VIEWS.close(key, time, seen), time);
  }

  @Test
  void whoIsOutsideHasNoHistory() throws Exception {
    try (var histories = open(Backend.HEAP.get(), null)) {
      for (int i = 0; i < 8; i++) {
        take(histories, "198.51.100.7", i * 10 * MINUTE, false);
      }

      assertThat(histories.numKeyedStateEntries()).isZero();
      assertThat(histories.numEventTimeTimers()).isZero();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SourceView, PairView> open(
      StateBackend backend, OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new PairHistories(SmallModel.shipped(WINDOW), Network.DEFAULT)),
            Shards.ofViews(),
            Types.INT,
            DetectOptions.MAX_PARALLELISM,
            1,
            0);
    harness.setStateBackend(backend);
    harness.setup(WireType.PAIR_VIEW.<PairView>info().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
