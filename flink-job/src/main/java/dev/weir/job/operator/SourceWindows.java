package dev.weir.job.operator;

import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.Late;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.job.types.WireType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.internal.InternalKvState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The source view: the open windows of each shard's sources in keyed state, a namespace and an
 * event-time timer for each window of a shard. A window fires once; a part of it that comes later
 * is late.
 */
public final class SourceWindows extends AbstractStreamOperator<FeatureVector>
    implements OneInputStreamOperator<PartialWindow, FeatureVector>, Triggerable<Integer, Long> {

  /** Parts of windows that had closed. */
  public static final OutputTag<Late> LATE = new OutputTag<>("late-parts", WireType.LATE.info());

  private static final long serialVersionUID = 1L;
  private static final int WINDOWED = 0;
  private static final int LATE_FLOWS = 1;
  private static final int WINDOWS = 2;

  private final Measure measure;
  private final Accounts accounts =
      new Accounts(List.of(Counter.WINDOWED.id(), Counter.LATE.id(), Counter.WINDOWS.id()));
  private transient WindowSpec window;
  private transient WindowingState windowing;
  private transient MapState<SourceKey, FeatureAccumulator> open;
  private transient InternalKvState<Integer, Long, ?> namespaces;
  private transient InternalTimerService<Long> timers;
  private transient StreamRecord<FeatureVector> record;

  /** Windows as the model's training had them. */
  public SourceWindows(WindowSpec window, FeatureSettings settings) {
    this.measure = Measure.of(window, settings);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    window = measure.window();
    windowing = WindowingState.of(context, measure);
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  @SuppressWarnings("unchecked") // Every backend's states have namespaces; this is its type.
  public void open() throws Exception {
    super.open();
    open =
        getOrCreateKeyedState(
            LongSerializer.INSTANCE,
            new MapStateDescriptor<>(
                "sources",
                WireType.SOURCE_KEY.<SourceKey>info(),
                WireType.ACCUMULATOR.<FeatureAccumulator>info()));
    namespaces = (InternalKvState<Integer, Long, ?>) open;
    timers = getInternalTimerService("windows", LongSerializer.INSTANCE, this);
    record = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<PartialWindow> element) throws Exception {
    PartialWindow partial = element.getValue();
    if (window.closed(partial.start(), windowing.watermark(timers.currentWatermark()))) {
      setLate(partial);
      return;
    }
    namespaces.setCurrentNamespace(partial.start());
    FeatureAccumulator seen = open.get(partial.source());
    if (seen == null) {
      timers.registerEventTimeTimer(partial.start(), window.lastTime(partial.start()));
      open.put(partial.source(), partial.seen());
    } else {
      seen.merge(partial.seen());
      open.put(partial.source(), seen);
    }
    accounts.add(WINDOWED, partial.flows());
  }

  /** Flows that count in a later window are in time as long as that one is. */
  private void setLate(PartialWindow partial) {
    if (partial.flows() > 0) {
      accounts.add(LATE_FLOWS, partial.flows());
      Late late =
          new Late.Flows(
              partial.source(), partial.start(), partial.start() + window.size(), partial.flows());
      output.collect(LATE, new StreamRecord<>(late));
    }
  }

  @Override
  public void onEventTime(InternalTimer<Integer, Long> timer) throws Exception {
    windowing.watermark(timers.currentWatermark());
    long start = timer.getNamespace();
    namespaces.setCurrentNamespace(start);
    long fired = 0;
    for (Map.Entry<SourceKey, FeatureAccumulator> source : open.entries()) {
      fired++;
      output.collect(record.replace(source.getValue().toVector(source.getKey(), start, window)));
    }
    open.clear();
    accounts.add(WINDOWS, fired);
  }

  @Override
  public void onProcessingTime(InternalTimer<Integer, Long> timer) {
    throw new IllegalStateException("windows close by event time alone");
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    windowing.snapshot();
    accounts.snapshot();
  }
}
