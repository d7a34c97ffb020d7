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
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The windows of a view: those that are open of each shard's keys in keyed state and in memory
 * before it, a namespace and an event-time timer for each window of a shard. A window fires once; a
 * part of it that comes later is late, and the view that accounts for flows tells of it. A window
 * that fills may be looked at before.
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

  /** Of a slot's heap: sums of sources and of targets come to an eighth of it at most. */
  private static final int SHARE_OF_HEAP = 16;

  private final JobView<K, A, V> jobView;
  private final long earlyBase;
  private final long room;
  private final Accounts accounts;
  private transient WindowedView<K, A, V> view;
  private transient WindowSpec window;
  private transient Doublings early;
  private transient WindowingState windowing;
  private transient Packing<A> packing;
  private transient HeldSums<K, A> sums;
  private transient InternalTimerService<Long> timers;
  private transient StreamRecord<V> record;

  /**
   * For that view.
   *
   * @param earlyBase flows at which a window is looked at while it is open, and again whenever they
   *     have doubled; 0 for never
   */
  public ViewWindows(JobView<K, A, V> jobView, long earlyBase) {
    this(jobView, earlyBase, 0);
  }

  /**
   * For that view.
   *
   * @param room bytes of sums to hold beside state, about; 0 for what the heap allows
   */
  ViewWindows(JobView<K, A, V> jobView, long earlyBase, long room) {
    this.jobView = jobView;
    this.earlyBase = earlyBase;
    this.room = room;
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
  public void open() throws Exception {
    super.open();
    MapState<K, Packed> state =
        getOrCreateKeyedState(
            LongSerializer.INSTANCE,
            new MapStateDescriptor<>(
                jobView.state(), jobView.key().<K>info(), jobView.accumulator().<Packed>info()));
    timers = getInternalTimerService("windows", LongSerializer.INSTANCE, this);
    sums =
        new HeldSums<>(
            state,
            this::setCurrentKey,
            start -> timers.registerEventTimeTimer(start, window.lastTime(start)),
            packing,
            !(getKeyedStateBackend() instanceof HeapKeyedStateBackend),
            room > 0 ? room : shareOfHeap());
    record = new StreamRecord<>(null);
  }

  private long shareOfHeap() {
    int slots =
        getContainingTask()
            .getEnvironment()
            .getTaskManagerInfo()
            .getConfiguration()
            .get(TaskManagerOptions.NUM_TASK_SLOTS);
    return Runtime.getRuntime().maxMemory() / slots / SHARE_OF_HEAP;
  }

  @Override
  public void processElement(StreamRecord<WindowPart<K>> element) throws Exception {
    WindowPart<K> part = element.getValue();
    if (window.closed(part.start(), windowing.watermark(timers.currentWatermark()))) {
      setLate(part);
      return;
    }
    long before = sums.add(part);
    count(WINDOWED, part.flows());
    if (early.passed(before, before + part.seen().flows())) {
      A seen = packing.unpack(sums.of(part));
      output.collect(record.replace(view.look(part.key(), part.start(), seen)));
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
    sums.close(timer.getKey(), timer.getNamespace(), (key, sum) -> close(key, timer, sum));
  }

  private void close(K key, InternalTimer<Integer, Long> timer, Packed sum) throws Exception {
    output.collect(record.replace(view.close(key, timer.getNamespace(), packing.unpack(sum))));
    count(WINDOWS, 1);
  }

  @Override
  public void onProcessingTime(InternalTimer<Integer, Long> timer) {
    throw new IllegalStateException("windows close by event time alone");
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    sums.save();
    windowing.snapshot();
    accounts.snapshot();
  }
}
