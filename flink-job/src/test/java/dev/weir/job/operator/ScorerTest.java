package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Evidence;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.UserException;
import dev.weir.job.SmallModel;
import dev.weir.job.types.WireType;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static final WindowSpec WINDOW = WindowSpec.tumbling(60_000);
  private static final Model MODEL = SmallModel.of(WINDOW);
  private static final ShippedModel SHIPPED = SmallModel.shipped(WINDOW);

  @Test
  void scoresAsTheModelDoes() throws Exception {
    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer = scorer()) {
      scorer.processElement(view(1), 0);
      scorer.processElement(view(20), 0);
      scorer.processWatermark(0);

      assertThat(scorer.getOutput()).last().isEqualTo(new Watermark(0));
      assertThat(scorer.extractOutputValues())
          .containsExactly(MODEL.score(vector(1)), MODEL.score(vector(20)));
      assertThat(scorer.extractOutputValues())
          .extracting(ScoredWindow::label)
          .containsExactly(ScoredWindow.NORMAL, ScoredWindow.ANOMALOUS);
    }
  }

  @Test
  void holdsNoWindowBackAtACheckpointOrAtItsEnd() throws Exception {
    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer = scorer()) {
      scorer.processElement(view(1), 0);
      assertThat(scorer.extractOutputValues()).isEmpty();

      scorer.prepareSnapshotPreBarrier(1);
      assertThat(scorer.extractOutputValues()).hasSize(1);

      scorer.processElement(view(2), 0);
      scorer.getOneInputOperator().finish();
      assertThat(scorer.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void scoresAnOpenWindowAtOnceAndDoesNotCountIt() throws Exception {
    SourceView open = new SourceView(vector(SmallModel.ALERTING_FLOWS), Evidence.NONE, 1, 2, true);
    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer = scorer()) {
      scorer.processElement(view(1), 0);
      scorer.processElement(open, 0);

      assertThat(scorer.extractOutputValues()).containsExactly(MODEL.score(open));
      assertThat(Counts.of(scorer, "anomalous")).isZero();
    }
  }

  @Test
  void countsWindowsThatAreAnomalousThroughARestart() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer = scorer()) {
      takeThree(scorer);
      assertThat(Counts.of(scorer, "anomalous")).isEqualTo(2);
      state = scorer.snapshot(1, 1);
    }

    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer = unopened()) {
      scorer.initializeState(state);
      scorer.open();
      takeThree(scorer);
      assertThat(Counts.of(scorer, "anomalous")).isEqualTo(4);
    }
  }

  @Test
  void gathersABoundedNumberOfWindows() throws Exception {
    try (OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer = scorer()) {
      for (int i = 0; i < 1_000; i++) {
        scorer.processElement(view(i), 0);
      }

      assertThat(scorer.extractOutputValues()).hasSizeGreaterThan(700);
    }
  }

  @Test
  void theTasksOfAJobShareOneModel() throws Exception {
    Model arrived = InstantiationUtil.clone(SHIPPED).model();

    assertThat(arrived).isSameAs(InstantiationUtil.clone(SHIPPED).model());
    assertThat(arrived.id()).isEqualTo(MODEL.id());
  }

  @Test
  void refusesADamagedModelBeforeItIsShipped() {
    byte[] file = SmallModel.file(WINDOW);
    byte[] damaged = Arrays.copyOf(file, file.length - 10);

    assertThatThrownBy(() -> ShippedModel.of(damaged, "m.json"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("m.json");
  }

  private static void takeThree(OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer)
      throws Exception {
    scorer.processElement(view(1), 0);
    scorer.processElement(view(SmallModel.ANOMALOUS_FLOWS), 0);
    scorer.processElement(view(SmallModel.ALERTING_FLOWS), 0);
    scorer.processWatermark(0);
  }

  private static OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer()
      throws Exception {
    OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> harness = unopened();
    harness.open();
    return harness;
  }

  private static OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> unopened()
      throws Exception {
    OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> harness =
        new OneInputStreamOperatorTestHarness<>(new Scorer(SHIPPED));
    harness.setup(
        WireType.SCORED_WINDOW.<ScoredWindow>info().createSerializer(new SerializerConfigImpl()));
    return harness;
  }

  private static SourceView view(int flows) {
    return SourceView.of(vector(flows));
  }

  private static FeatureVector vector(int flows) {
    double[] values = new double[Feature.COUNT];
    values[Feature.FLOW_COUNT.ordinal()] = flows;
    return new FeatureVector(new SourceKey("", "10.0.0.1"), 0, 60_000, "", values);
  }
}
