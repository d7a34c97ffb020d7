package dev.weir.job.operator;

import dev.weir.alert.Alert;
import dev.weir.alert.BlindTimes;
import dev.weir.alert.DetectionBytes;
import dev.weir.alert.Incident;
import dev.weir.alert.IncidentKey;
import dev.weir.alert.IncidentSettings;
import dev.weir.alert.Incidents;
import dev.weir.alert.Status;
import dev.weir.explain.Explainer;
import dev.weir.finding.Detection;
import dev.weir.flow.Gap;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the incident of each source, target and pair, and says when there is something to tell. An
 * incident has one timer at a time, at the moment when it wants to be asked ({@link
 * Incidents#wakeAt}); what puts that off moves it. Windows that wait have their own.
 *
 * <p>What was found in a window waits for the watermark that closed it, since it comes by several
 * ways: so windows count in their order, and what ends between them ends, however far event time
 * goes at once. A look at an open window does not wait.
 *
 * <p>Gaps come to every subtask, since nobody knows whose incidents they concern. None is closed
 * over one: see {@link Incidents#overlook}.
 */
public final class IncidentTracker
    extends KeyedBroadcastProcessFunction<IncidentKey, Detection, Gap, Alert>
    implements CheckpointedFunction {

  /** How gaps are to be broadcast. */
  public static final MapStateDescriptor<String, BlindTimes> GAPS = GapMemory.STATE;

  private static final long serialVersionUID = 1L;

  /**
   * What says most first. A target's own view and the crowd of its sources may give the same
   * finding, so that everything is compared: what came first must not matter.
   */
  private static final Comparator<Detection> STRONGEST =
      Comparator.comparing(Detection::opens)
          .thenComparingInt(Detection::severity)
          .reversed()
          .thenComparing(Detection::finding)
          .thenComparing(Detection::sources, Comparator.reverseOrder())
          .thenComparing(Detection::flows, Comparator.reverseOrder())
          .thenComparing(Detection::origin)
          .thenComparing(DetectionBytes::of, Arrays::compare);

  private static final long NEVER = Long.MAX_VALUE;

  private static final int OPENED = 0;
  private static final int CLOSED = 1;
  private static final int ALERTS = 2;
  private static final int SUPPRESSED = 3;

  private final int minSeverity;
  private final int sureSeverity;
  private final long quiet;
  private final long memory;
  private final long hindsight;
  private final boolean reproducible;
  private final Accounts accounts =
      new Accounts(
          List.of(
              Counter.INCIDENTS.id(),
              Counter.INCIDENTS_CLOSED.id(),
              Counter.ALERTS.id(),
              Counter.SUPPRESSED.id()));
  private final ShippedModel shipped;
  private transient OpeningMetrics openings;
  private transient Explainer explainer;
  private transient Incidents incidents;
  private transient GapMemory gaps;
  private transient ValueState<Incident> state;
  private transient MapState<Long, List<Detection>> byWindowEnd;

  /**
   * Opens and closes as the settings say.
   *
   * @param shipped the model that explains what it has found strange
   * @param reproducible whether alerts carry event time as the time at which they were told, so
   *     that the same input gives the same bytes
   */
  public IncidentTracker(IncidentSettings settings, ShippedModel shipped, boolean reproducible) {
    this.shipped = shipped;
    this.minSeverity = settings.minSeverity();
    this.sureSeverity = settings.sureSeverity();
    this.quiet = settings.quiet();
    this.memory = settings.memory();
    this.hindsight = settings.hindsight();
    this.reproducible = reproducible;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    accounts.initialize(context, getRuntimeContext());
    getRuntimeContext()
        .getMetricGroup()
        .gauge(Metric.INCIDENTS_OPEN.id(), () -> accounts.get(OPENED) - accounts.get(CLOSED));
  }

  @Override
  public void open(OpenContext context) {
    openings = new OpeningMetrics(getRuntimeContext().getMetricGroup());
    explainer = new Explainer(shipped.model());
    explainer.rehearse();
    incidents =
        new Incidents(new IncidentSettings(minSeverity, sureSeverity, quiet, memory, hindsight));
    // Of windows as long as hindsight is, a quiet period lasts for one at least.
    gaps = new GapMemory(quiet + 2 * hindsight, GapMemory.MOST_SPOTS);
    state =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("incident", WireType.INCIDENT.<Incident>info()));
    byWindowEnd =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(WireType.DETECTION.<Detection>info())));
  }

  @Override
  public void processBroadcastElement(Gap gap, Context context, Collector<Alert> out)
      throws Exception {
    gaps.take(gap, context.getBroadcastState(GAPS), context.currentWatermark());
  }

  @Override
  public void processElement(Detection found, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    if (found.early()) {
      take(found, context, out);
      return;
    }
    List<Detection> waiting = byWindowEnd.get(found.windowEnd());
    List<Detection> all = waiting == null ? new ArrayList<>() : new ArrayList<>(waiting);
    all.add(found);
    byWindowEnd.put(found.windowEnd(), all);
    context.timerService().registerEventTimeTimer(found.windowEnd() - 1);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    List<Detection> waiting = byWindowEnd.get(time + 1);
    if (waiting != null) {
      byWindowEnd.remove(time + 1);
      for (Detection found : waiting.stream().sorted(STRONGEST).toList()) {
        take(found, context, out);
      }
    }
    Incident known = state.value();
    if (known != null) {
      long wake = incidents.wakeAt(known);
      ReadOnlyBroadcastState<String, BlindTimes> blind = context.getBroadcastState(GAPS);
      incidents.overlook(known, spot -> GapMemory.at(spot, blind));
      settle(incidents.elapse(known, now(time, context)), wake, context, out);
    }
  }

  /** What ends the input is no time that anybody waited for. */
  private long now(long time, OnTimerContext context) throws Exception {
    boolean ended = context.timerService().currentWatermark() == Long.MAX_VALUE;
    return ended && byWindowEnd.isEmpty() ? Long.MAX_VALUE : time;
  }

  private void take(Detection found, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    Incident known = state.value();
    long wake = known == null ? NEVER : incidents.wakeAt(known);
    long windows = known == null ? 0 : known.windows();
    Incidents.Outcome outcome = incidents.detect(known, found);
    settle(outcome, wake, context, out);
    if (outcome.status() == null && isWindowMore(outcome.incident(), windows)) {
      accounts.add(SUPPRESSED);
    }
  }

  /** Of an incident that somebody knows of, and that has not ended. */
  private static boolean isWindowMore(Incident incident, long windows) {
    return incident != null
        && incident.isTold()
        && !incident.isClosed()
        && incident.windows() > windows;
  }

  /** Goes on with what came of it, which had a timer at that time. */
  private void settle(
      Incidents.Outcome outcome, long wake, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    Incident incident = outcome.incident();
    wakeAt(incident == null ? NEVER : incidents.wakeAt(incident), wake, context);
    if (incident == null) {
      state.clear();
      return;
    }
    if (outcome.status() != null) {
      incident.explain(explainer);
    }
    state.update(incident);
    if (outcome.status() != null) {
      long at = emittedAt(incident, context);
      accounts.add(ALERTS);
      count(outcome.status(), incident.latest(), at);
      out.collect(Alert.of(outcome, at));
    }
  }

  private void wakeAt(long time, long before, ReadOnlyContext context) throws Exception {
    // A window that ends at the same moment has the same timer, and still needs it.
    if (before != time && before != NEVER && !byWindowEnd.contains(before + 1)) {
      context.timerService().deleteEventTimeTimer(before);
    }
    if (time != NEVER) {
      context.timerService().registerEventTimeTimer(time);
    }
  }

  private void count(Status status, Detection found, long at) {
    switch (status) {
      case OPEN -> {
        accounts.add(OPENED);
        openings.add(found, at);
      }
      case CLOSE -> accounts.add(CLOSED);
      case UPDATE -> {
        // Counted as an alert.
      }
    }
  }

  private long emittedAt(Incident incident, ReadOnlyContext context) {
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
