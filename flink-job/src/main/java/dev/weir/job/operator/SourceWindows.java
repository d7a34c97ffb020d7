package dev.weir.job.operator;

import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import dev.weir.job.types.WireType;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The source view: a source's open windows in keyed state, one event-time timer for each. A window
 * fires once; a flow whose windows have all closed is late.
 */
public final class SourceWindows extends KeyedProcessFunction<SourceKey, FlowRecord, FeatureVector>
    implements CheckpointedFunction {

  /** Flows whose windows had all closed. */
  public static final OutputTag<FlowRecord> LATE = new OutputTag<>("late", WireType.FLOW.info());

  private static final long serialVersionUID = 1L;
  private static final int WINDOWED = 0;
  private static final int LATE_FLOWS = 1;
  private static final int WINDOWS = 2;

  private final Measure measure;
  private final Accounts accounts =
      new Accounts(List.of(Counter.WINDOWED.id(), Counter.LATE.id(), Counter.WINDOWS.id()));
  private transient WindowSpec window;
  private transient FeatureSettings settings;
  private transient MapState<Long, FeatureAccumulator> open;
  private transient WindowingState windowing;

  /** Windows as the model's training had them. */
  public SourceWindows(WindowSpec window, FeatureSettings settings) {
    this.measure = Measure.of(window, settings);
  }

  @Override
  public void open(OpenContext context) {
    open =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "windows", Types.LONG, WireType.ACCUMULATOR.<FeatureAccumulator>info()));
  }

  @Override
  public void processElement(FlowRecord flow, Context context, Collector<FeatureVector> out)
      throws Exception {
    long time = flow.eventTime();
    long watermark = windowing.watermark(context.timerService().currentWatermark());
    long first = window.firstOpenStart(time, watermark);
    long last = window.lastStart(time);
    for (long start = last; start >= first; start -= window.slide()) {
      add(flow, start, context);
    }
    if (first <= last) {
      accounts.add(WINDOWED);
    } else {
      accounts.add(LATE_FLOWS);
      context.output(LATE, flow);
    }
  }

  private void add(FlowRecord flow, long start, Context context) throws Exception {
    FeatureAccumulator accumulator = open.get(start);
    if (accumulator == null) {
      accumulator = new FeatureAccumulator();
      context.timerService().registerEventTimeTimer(window.lastTime(start));
    }
    accumulator.add(flow, start, window, settings);
    open.put(start, accumulator);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureVector> out)
      throws Exception {
    windowing.watermark(context.timerService().currentWatermark());
    long start = timestamp + 1 - window.size();
    FeatureAccumulator accumulator = open.get(start);
    open.remove(start);
    accounts.add(WINDOWS);
    out.collect(accumulator.toVector(context.getCurrentKey(), start, window));
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    window = measure.window();
    settings = measure.settings();
    windowing = WindowingState.of(context, measure);
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    windowing.snapshot();
    accounts.snapshot();
  }
}
