package dev.weir.job.operator;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.Late;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
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
 * Adds flows up where they are read, so that what travels to a source's state, and is read and
 * written there, are sums: a source that sends most of all flows costs one subtask no more than
 * others. Also judges what is late, by the time of what is read here.
 *
 * <p>Sums travel on before event time closes their windows, within a second, before the input turns
 * idle, before a checkpoint (so that no state is needed here), and once they are many or one is
 * large; of a flow's sliding windows it is the last whose sum is looked at.
 */
public final class PreAggregator extends AbstractStreamOperator<PartialWindow>
    implements OneInputStreamOperator<FlowRecord, PartialWindow> {

  /** Flows whose windows had all closed where they were read. */
  public static final OutputTag<Late> LATE = new OutputTag<>("late", WireType.LATE.info());

  /** Most sums that a subtask holds: some 20 MB, 100 MB where each is of a port scan. */
  static final int MAX_HELD = 32_768;

  /** A sum of so many flows may be worth a look before its window closes. */
  static final int MAX_FLOWS = 1_024;

  private static final long serialVersionUID = 1L;
  private static final long MAX_WAIT_MILLIS = 1_000;
  private static final int LATE_FLOWS = 0;

  private final Measure measure;
  private final Accounts accounts = new Accounts(List.of(Counter.LATE.id()));
  private transient OpenWindows held;
  private transient StreamRecord<PartialWindow> record;
  private transient ScheduledFuture<?> nextTick;
  private transient long watermark;
  private transient boolean idle;

  /** Windows as the model's training had them. */
  public PreAggregator(WindowSpec window, FeatureSettings settings) {
    this.measure = Measure.of(window, settings);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    accounts.initialize(context, getRuntimeContext());
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new OpenWindows(measure.window(), measure.settings());
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
    PartialWindow partial = held.add(element.getValue(), watermark);
    if (partial == null) {
      accounts.add(LATE_FLOWS);
      output.collect(LATE, new StreamRecord<>(new Late.Flow(element.getValue())));
    } else if (partial.flows() >= MAX_FLOWS) {
      held.remove(partial);
      send(partial);
    } else if (idle || held.size() >= MAX_HELD) {
      held.closeAll(this::send);
    }
  }

  private void send(PartialWindow partial) {
    // Windows have times of their own: nothing asks for the record's.
    output.collect(record.replace(partial));
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
