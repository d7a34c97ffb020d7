package dev.weir.job.operator;

import dev.weir.alert.Alert;
import dev.weir.alert.Alerts;
import dev.weir.model.ScoredWindow;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Explains the closed windows that alert and lets the others go. */
public final class Alerter extends ProcessFunction<ScoredWindow, Alert>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;
  private static final int ANOMALOUS = 0;
  private static final int ALERTS = 1;

  private final ShippedModel shipped;
  private final Accounts accounts =
      new Accounts(List.of(Counter.ANOMALOUS.id(), Counter.ALERTS.id()));
  private transient Alerts alerts;

  /** Explains by the baselines of that model. */
  public Alerter(ShippedModel shipped) {
    this.shipped = shipped;
  }

  @Override
  public void open(OpenContext context) {
    alerts = new Alerts(shipped.model());
  }

  @Override
  public void processElement(ScoredWindow window, Context context, Collector<Alert> out) {
    if (window.view().early()) {
      return;
    }
    if (window.label() == ScoredWindow.ANOMALOUS) {
      accounts.add(ANOMALOUS);
    }
    if (window.alerting()) {
      accounts.add(ALERTS);
      out.collect(alerts.of(window));
    }
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
