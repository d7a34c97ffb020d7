package dev.weir.job.operator;

import dev.weir.feature.Accumulator;
import dev.weir.feature.Late;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.ViewKey;
import dev.weir.flow.FlowRecord;
import dev.weir.job.types.Packing;
import dev.weir.job.types.WindowPart;
import dev.weir.job.types.WireType;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Adds flows up where they are read, so that what travels to the state of a source or target, and
 * is read and written there, are sums: a source that sends most of all flows, or a target that most
 * are sent to, costs one subtask no more than others. Also judges what is late, by the time of what
 * is read here; only the view that accounts for flows tells of it.
 *
 * <p>Sums travel on before event time closes their windows, within a second, before the input turns
 * idle, before a checkpoint (so that no state is needed here), and once they are many or one is
 * large; of a flow's sliding windows it is the last whose sum is looked at.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one in one window
 */
public final class PreAggregator<K extends ViewKey, A extends Accumulator<A>>
    extends AbstractStreamOperator<WindowPart<K>>
    implements OneInputStreamOperator<FlowRecord, WindowPart<K>> {

  /** Flows whose windows had all closed where they were read. */
  public static final OutputTag<Late> LATE = new OutputTag<>("late", WireType.LATE.info());

  /** Most sums that a subtask holds: some 20 MB, 150 MB where each is of a port scan. */
  static final int MAX_HELD = 32_768;

  /** A sum of so many flows goes on even where nobody looks at open windows. */
  static final int MAX_FLOWS = 1_024;

  private static final long serialVersionUID = 1L;
  private static final long MAX_WAIT_MILLIS = 1_000;
  private static final int LATE_FLOWS = 0;

  private final JobView<K, A, ?> view;
  private final long maxFlows;
  private final Accounts accounts;
  private transient OpenWindows<K, A> held;
  private transient Packing<A> packing;
  private transient StreamRecord<WindowPart<K>> record;
  private transient ScheduledFuture<?> nextTick;
  private transient long watermark;
  private transient boolean idle;

  /**
   * For that view.
   *
   * @param earlyBase flows at which a window may be looked at while it is open; 0 for never
   */
  public PreAggregator(JobView<K, A, ?> view, long earlyBase) {
    this.view = view;
    this.maxFlows = earlyBase == 0 ? MAX_FLOWS : Math.min(MAX_FLOWS, earlyBase);
    this.accounts = new Accounts(view.accounts() ? List.of(Counter.LATE.id()) : List.of());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new OpenWindows<>(view.view());
    packing = view.packing();
    record = new StreamRecord<>(null);
    watermark = Long.MIN_VALUE;
    tickAfter(getProcessingTimeService().getCurrentProcessingTime());
  }

  private void tickAfter(long now) {
    nextTick = getProcessingTimeService().registerTimer(now + MAX_WAIT_MILLIS, this::tick);
  }

  private void tick(long now) {
    held.closeAll(this::send);
    tickAfter(now);
  }

  @Override
  public void processElement(StreamRecord<FlowRecord> element) {
    PartialWindow<K, A> partial = held.add(element.getValue(), watermark);
    if (partial == null) {
      setLate(element.getValue());
    } else if (partial.flows() >= maxFlows) {
      held.remove(partial);
      send(partial);
    } else if (idle || held.size() >= MAX_HELD) {
      held.closeAll(this::send);
    }
  }

  private void setLate(FlowRecord flow) {
    if (view.accounts()) {
      accounts.add(LATE_FLOWS);
      output.collect(LATE, new StreamRecord<>(new Late.Flow(flow)));
    }
  }

  private void send(PartialWindow<K, A> partial) {
    // Windows have times of their own: nothing asks for the record's.
    output.collect(record.replace(WindowPart.of(partial, packing)));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    held.close(watermark, this::send);
    super.processWatermark(mark);
  }

  /** Whoever waits for several inputs no longer waits for an idle one: it holds nothing back. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    idle = status.isIdle();
    if (idle) {
      held.closeAll(this::send);
    }
    super.processWatermarkStatus(status);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    held.closeAll(this::send);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    accounts.snapshot();
  }

  @Override
  public void finish() throws Exception {
    held.closeAll(this::send);
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (nextTick != null) {
      nextTick.cancel(false);
    }
    super.close();
  }
}
