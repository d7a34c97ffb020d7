package dev.weir.job.operator;

import dev.weir.feature.Accumulator;
import dev.weir.feature.Doublings;
import dev.weir.feature.Late;
import dev.weir.feature.ViewKey;
import dev.weir.feature.WindowSpec;
import dev.weir.feature.WindowedView;
import dev.weir.job.types.Packed;
import dev.weir.job.types.Packing;
import dev.weir.job.types.WindowPart;
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
 * The windows of a view: those that are open of each shard's keys in keyed state, a namespace and
 * an event-time timer for each window of a shard. A window fires once; a part of it that comes
 * later is late, and the view that accounts for flows tells of it. A window that fills may be
 * looked at before.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one in one window
 * @param <V> what a window comes to
 */
public final class ViewWindows<K extends ViewKey, A extends Accumulator<A>, V>
    extends AbstractStreamOperator<V>
    implements OneInputStreamOperator<WindowPart<K>, V>, Triggerable<Integer, Long> {

  /** Parts of windows that had closed. */
  public static final OutputTag<Late> LATE = new OutputTag<>("late-parts", WireType.LATE.info());

  private static final long serialVersionUID = 1L;
  private static final int WINDOWED = 0;
  private static final int LATE_FLOWS = 1;
  private static final int WINDOWS = 2;

  private final JobView<K, A, V> jobView;
  private final long earlyBase;
  private final Accounts accounts;
  private transient WindowedView<K, A, V> view;
  private transient WindowSpec window;
  private transient Doublings early;
  private transient WindowingState windowing;
  private transient MapState<K, Packed> open;
  private transient Packing<A> packing;
  private transient InternalKvState<Integer, Long, ?> namespaces;
  private transient InternalTimerService<Long> timers;
  private transient StreamRecord<V> record;

  /**
   * For that view.
   *
   * @param earlyBase flows at which a window is looked at while it is open, and again whenever they
   *     have doubled; 0 for never
   */
  public ViewWindows(JobView<K, A, V> jobView, long earlyBase) {
    this.jobView = jobView;
    this.earlyBase = earlyBase;
    this.accounts =
        new Accounts(
            jobView.accounts()
                ? List.of(Counter.WINDOWED.id(), Counter.LATE.id(), Counter.WINDOWS.id())
                : List.of());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    view = jobView.view();
    window = view.window();
    early = new Doublings(earlyBase);
    packing = jobView.packing();
    windowing = WindowingState.of(context, jobView.measure());
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
                jobView.state(), jobView.key().<K>info(), jobView.accumulator().<Packed>info()));
    namespaces = (InternalKvState<Integer, Long, ?>) open;
    timers = getInternalTimerService("windows", LongSerializer.INSTANCE, this);
    record = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<WindowPart<K>> element) throws Exception {
    WindowPart<K> partial = element.getValue();
    if (window.closed(partial.start(), windowing.watermark(timers.currentWatermark()))) {
      setLate(partial);
      return;
    }
    namespaces.setCurrentNamespace(partial.start());
    Packed before = open.get(partial.key());
    Packed seen = partial.seen();
    if (before == null) {
      timers.registerEventTimeTimer(partial.start(), window.lastTime(partial.start()));
    } else {
      seen = packing.merged(before, seen);
    }
    open.put(partial.key(), seen);
    count(WINDOWED, partial.flows());
    if (early.passed(before == null ? 0 : before.flows(), seen.flows())) {
      output.collect(
          record.replace(view.look(partial.key(), partial.start(), packing.unpack(seen))));
    }
  }

  private void count(int what, long many) {
    if (jobView.accounts()) {
      accounts.add(what, many);
    }
  }

  /** Flows that count in a later window are in time as long as that one is. */
  private void setLate(WindowPart<K> partial) {
    if (partial.flows() > 0 && jobView.accounts()) {
      accounts.add(LATE_FLOWS, partial.flows());
      long end = partial.start() + window.size();
      Late late = jobView.late().of(partial.key(), partial.start(), end, partial.flows());
      output.collect(LATE, new StreamRecord<>(late));
    }
  }

  @Override
  public void onEventTime(InternalTimer<Integer, Long> timer) throws Exception {
    windowing.watermark(timers.currentWatermark());
    long start = timer.getNamespace();
    namespaces.setCurrentNamespace(start);
    long fired = 0;
    for (Map.Entry<K, Packed> one : open.entries()) {
      fired++;
      A seen = packing.unpack(one.getValue());
      output.collect(record.replace(view.close(one.getKey(), start, seen)));
    }
    open.clear();
    count(WINDOWS, fired);
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
