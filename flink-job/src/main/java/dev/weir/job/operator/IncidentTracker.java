package dev.weir.job.operator;

import dev.weir.alert.Alert;
import dev.weir.alert.Incident;
import dev.weir.alert.IncidentKey;
import dev.weir.alert.IncidentSettings;
import dev.weir.alert.Incidents;
import dev.weir.alert.Status;
import dev.weir.finding.Detection;
import dev.weir.job.types.WireType;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the incident of each source, target and pair, and says when there is something to tell. An
 * incident has one timer at a time, which a detection does not move: it asks again when it fires.
 */
public final class IncidentTracker extends KeyedProcessFunction<IncidentKey, Detection, Alert>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;
  private static final int OPENED = 0;
  private static final int CLOSED = 1;
  private static final int ALERTS = 2;
  private static final int SUPPRESSED = 3;

  private final int minSeverity;
  private final int sureSeverity;
  private final long quiet;
  private final long memory;
  private final boolean reproducible;
  private final Accounts accounts =
      new Accounts(
          List.of(
              Counter.INCIDENTS.id(),
              Counter.INCIDENTS_CLOSED.id(),
              Counter.ALERTS.id(),
              Counter.SUPPRESSED.id()));
  private transient Incidents incidents;
  private transient ValueState<Incident> state;

  /**
   * Opens and closes as the settings say.
   *
   * @param reproducible whether alerts carry event time as the time at which they were told, so
   *     that the same input gives the same bytes
   */
  public IncidentTracker(IncidentSettings settings, boolean reproducible) {
    this.minSeverity = settings.minSeverity();
    this.sureSeverity = settings.sureSeverity();
    this.quiet = settings.quiet();
    this.memory = settings.memory();
    this.reproducible = reproducible;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) {
    incidents = new Incidents(new IncidentSettings(minSeverity, sureSeverity, quiet, memory));
    state =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("incident", WireType.INCIDENT.<Incident>info()));
  }

  @Override
  public void processElement(Detection found, Context context, Collector<Alert> out)
      throws Exception {
    Incident known = state.value();
    boolean waiting = known != null;
    Incidents.Outcome outcome = incidents.detect(known, found);
    settle(outcome, waiting, context, out);
    if (outcome.status() == null && outcome.incident() != null) {
      accounts.add(SUPPRESSED);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    // What ends the input is no time that anybody waited for.
    long now = Math.max(time, context.timerService().currentWatermark());
    Incident known = state.value();
    if (known != null) {
      settle(incidents.elapse(known, now), false, context, out);
    }
  }

  private void settle(
      Incidents.Outcome outcome, boolean waiting, Context context, Collector<Alert> out)
      throws Exception {
    Incident incident = outcome.incident();
    if (incident == null) {
      state.clear();
      return;
    }
    state.update(incident);
    // One that opens again waits for a quiet period, not for being forgotten.
    if (!waiting || outcome.status() == Status.OPEN) {
      context.timerService().registerEventTimeTimer(incidents.wakeAt(incident));
    }
    if (outcome.status() != null) {
      accounts.add(ALERTS);
      count(outcome.status());
      out.collect(Alert.of(outcome, emittedAt(incident, context)));
    }
  }

  private void count(Status status) {
    switch (status) {
      case OPEN -> accounts.add(OPENED);
      case CLOSE -> accounts.add(CLOSED);
      case UPDATE -> {
        // Counted as an alert.
      }
    }
  }

  private long emittedAt(Incident incident, Context context) {
    if (!reproducible) {
      return context.timerService().currentProcessingTime();
    }
    return incident.isClosed() ? incident.closedAt() : incident.latest().windowEnd();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    accounts.snapshot();
  }
}
