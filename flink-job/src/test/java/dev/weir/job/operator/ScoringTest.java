package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.alert.Alert;
import dev.weir.alert.Explainer;
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
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

/** {@link Scorer} and {@link Alerter}. */
class ScoringTest {

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
  void scoresAnOpenWindowAtOnceAndNeverAlertsOfIt() throws Exception {
    SourceView open = new SourceView(vector(SmallModel.ALERTING_FLOWS), Evidence.NONE, true);
    try (var scorer = scorer();
        var alerter = alerter()) {
      alerter.open();
      scorer.processElement(view(1), 0);
      scorer.processElement(open, 0);
      assertThat(scorer.extractOutputValues()).containsExactly(MODEL.score(open));

      alerter.processElement(MODEL.score(open), 0);
      assertThat(alerter.extractOutputValues()).isEmpty();
      assertThat(Counts.of(alerter, "anomalous")).isZero();
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
  void alertsOfWhatIsBeyondTheThresholdAndCountsTheRest() throws Exception {
    try (OneInputStreamOperatorTestHarness<ScoredWindow, Alert> alerter = alerter()) {
      alerter.open();

      takeThree(alerter);

      assertThat(alerter.extractOutputValues())
          .containsExactly(new Explainer(MODEL).explain(scored(SmallModel.ALERTING_FLOWS)));
      assertThat(Counts.of(alerter, "anomalous")).isEqualTo(2);
      assertThat(Counts.of(alerter, "alerts")).isEqualTo(1);
    }
  }

  @Test
  void goesOnCountingAlertsAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<ScoredWindow, Alert> alerter = alerter()) {
      alerter.open();
      takeThree(alerter);
      state = alerter.snapshot(1, 1);
    }

    try (OneInputStreamOperatorTestHarness<ScoredWindow, Alert> alerter = alerter()) {
      alerter.initializeState(state);
      alerter.open();
      takeThree(alerter);
      assertThat(Counts.of(alerter, "anomalous")).isEqualTo(4);
      assertThat(Counts.of(alerter, "alerts")).isEqualTo(2);
    }
  }

  @Test
  void givesARepeatedWindowTheSameAlertId() throws Exception {
    try (OneInputStreamOperatorTestHarness<ScoredWindow, Alert> alerter = alerter()) {
      alerter.open();

      alerter.processElement(scored(30), 0);
      alerter.processElement(scored(30), 0);

      assertThat(alerter.extractOutputValues()).extracting(Alert::id).hasSize(2);
      assertThat(alerter.extractOutputValues().stream().map(Alert::id).distinct()).hasSize(1);
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

  private static void takeThree(OneInputStreamOperatorTestHarness<ScoredWindow, Alert> alerter)
      throws Exception {
    alerter.processElement(scored(1), 0);
    alerter.processElement(scored(SmallModel.ANOMALOUS_FLOWS), 0);
    alerter.processElement(scored(SmallModel.ALERTING_FLOWS), 0);
  }

  private static OneInputStreamOperatorTestHarness<ScoredWindow, Alert> alerter() throws Exception {
    OneInputStreamOperatorTestHarness<ScoredWindow, Alert> harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new Alerter(SHIPPED)));
    harness.setup(WireType.ALERT.<Alert>info().createSerializer(config()));
    return harness;
  }

  private static OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> scorer()
      throws Exception {
    OneInputStreamOperatorTestHarness<SourceView, ScoredWindow> harness =
        new OneInputStreamOperatorTestHarness<>(new Scorer(SHIPPED));
    harness.setup(WireType.SCORED_WINDOW.<ScoredWindow>info().createSerializer(config()));
    harness.open();
    return harness;
  }

  private static SerializerConfigImpl config() {
    return new SerializerConfigImpl();
  }

  private static ScoredWindow scored(int flows) {
    return MODEL.score(vector(flows));
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
