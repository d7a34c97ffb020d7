package dev.weir.job.operator;

import dev.weir.drift.DriftBaseline;
import dev.weir.drift.DriftCounts;
import dev.weir.drift.DriftDay;
import dev.weir.finding.Detection;
import dev.weir.finding.DriftSettings;
import dev.weir.job.types.WireType;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts the counts of all subtasks together under one key, and looks at them each hour, as long as
 * there is anything of the last day.
 */
public final class DriftMonitor extends KeyedProcessFunction<Integer, DriftCounts, Detection> {

  /** The key of all counts. */
  public static final Integer KEY = 0;

  private static final long serialVersionUID = 1L;

  private final ShippedModel shipped;
  private final DriftSettings settings;
  private transient DriftBaseline baseline;
  private transient ValueState<DriftDay> state;

  /** Read where metrics are reported; NaN as long as nothing is known. */
  private transient volatile double[] indices;

  /** Against training of that model. */
  public DriftMonitor(ShippedModel shipped, DriftSettings settings) {
    this.shipped = shipped;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    baseline = new DriftBaseline(shipped.model());
    state =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("day", WireType.DRIFT_DAY.<DriftDay>info()));
    for (int i = 0; i < baseline.size(); i++) {
      int quantity = i;
      getRuntimeContext()
          .getMetricGroup()
          .addGroup("quantity", baseline.name(quantity))
          .gauge(Metric.DRIFT.id(), () -> indices == null ? Double.NaN : indices[quantity]);
    }
  }

  @Override
  public void processElement(DriftCounts counts, Context context, Collector<Detection> out)
      throws Exception {
    DriftDay day = state.value() == null ? new DriftDay() : state.value();
    day.add(counts);
    state.update(day);
    if (indices == null) {
      indices = day.indices(counts.hour(), baseline);
    }
    context.timerService().registerEventTimeTimer(counts.hour() + DriftCounts.HOUR - 1);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    DriftDay day = state.value();
    if (day == null) {
      return;
    }
    long hour = time + 1 - DriftCounts.HOUR;
    day.close(hour, baseline, settings).forEach(out::collect);
    indices = day.indices(hour, baseline);
    if (day.isEmpty()) {
      state.clear();
      return;
    }
    state.update(day);
    // Beyond the input's end there are no quiet hours.
    if (context.timerService().currentWatermark() < Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(time + DriftCounts.HOUR);
    }
  }
}
