package dev.weir.job.operator;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Remembers how far event time was, over restarts and over splits that end. Sources forget it:
 * where nothing is read after a restart, or of the children after all shards were split, they have
 * no time to go on from, and windows would stay open for ever. After the silence event time then
 * goes on from what is remembered as the wall clock does, until the source knows better. As there,
 * the stream turns idle again at once, so that it counts only where all are silent.
 */
public final class EventTimeKeeper extends AbstractStreamOperator<FlowRecord>
    implements OneInputStreamOperator<FlowRecord, FlowRecord> {

  private static final long serialVersionUID = 1L;
  private static final long TICK_MILLIS = 1000;

  private final long outOfOrderness;
  private final long silence;
  private transient ListState<Long> latests;
  private transient long latest;
  private transient long told;

  /** How far event time was when the source was last heard. */
  private transient long base;

  private transient long heardAt;
  private transient ScheduledFuture<?> nextTick;

  /** Since the last tick: for each flow a look at the clock would cost more than the rest. */
  private transient boolean heard;

  private transient boolean idle;
  private transient boolean silent;

  /**
   * Remembers nothing yet.
   *
   * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
   * @param silence milliseconds without a flow after which event time follows the wall clock
   */
  public EventTimeKeeper(long outOfOrderness, long silence) {
    this.outOfOrderness = outOfOrderness;
    this.silence = silence;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    latest = Long.MIN_VALUE;
    told = Long.MIN_VALUE;
    latests =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("latest", Types.LONG));
    for (long before : latests.get()) {
      latest = Math.max(latest, before);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    heard(getProcessingTimeService().getCurrentProcessingTime());
    if (silence < Long.MAX_VALUE - heardAt) {
      tickAt(heardAt + TICK_MILLIS);
    }
  }

  @Override
  public void processElement(StreamRecord<FlowRecord> element) {
    heard = true;
    // The record's time, and not the flow's own, whose sender's clock may run fast.
    latest = Math.max(latest, element.getTimestamp());
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    heard = true;
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      catchUp();
    }
    // The source may tell a time again that the wall clock has passed meanwhile.
    if (mark.getTimestamp() > told) {
      told = mark.getTimestamp();
      super.processWatermark(mark);
    }
  }

  /**
   * Sources tell their time now and then, and not at their end: what had ended by the last flow
   * would otherwise end with the input or before it as the wall clock has it. No flow is waited for
   * any more, so that the disorder, which depends on the order of files, changes nothing.
   */
  private void catchUp() {
    if (idle) {
      // Whoever waits for several inputs takes no time from an idle one.
      idle = false;
      output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
    }
    long last = latest == Long.MIN_VALUE ? latest : WindowSpec.watermark(latest, 0);
    if (last > told) {
      output.emitWatermark(new Watermark(last));
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    idle = status.isIdle();
    super.processWatermarkStatus(status);
  }

  private void tickAt(long time) {
    nextTick = getProcessingTimeService().registerTimer(time, this::tick);
  }

  private void tick(long now) {
    if (heard) {
      heard(now);
    }
    long quiet = now - heardAt;
    // A source that is still waited for is not given up, however short the silence.
    if (idle && quiet >= silence && base != Long.MIN_VALUE && base != Long.MAX_VALUE) {
      followWallClock(quiet);
    }
    tickAt(now + TICK_MILLIS);
  }

  private void heard(long now) {
    heard = false;
    silent = false;
    heardAt = now;
    // A source that was silent itself has told later times than those of its flows.
    base =
        latest == Long.MIN_VALUE
            ? told
            : Math.max(told, WindowSpec.watermark(latest, outOfOrderness));
  }

  private void followWallClock(long quiet) {
    if (!silent) {
      silent = true;
      LOG.warn(
          "blind: nothing was heard of the source for {} s; if all sources are silent, windows now"
              + " close by the wall clock",
          quiet / 1000);
    }
    told = base + quiet;
    output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
    output.emitWatermark(new Watermark(told));
    output.emitWatermarkStatus(WatermarkStatus.IDLE);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    latests.update(latest == Long.MIN_VALUE ? List.of() : List.of(latest));
  }

  /**
   * Ends event time where the job is drained. The source's own end is lost where it has turned
   * idle: the windows that are open then would never be scored.
   */
  @Override
  public void finish() throws Exception {
    if (idle) {
      catchUp();
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
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
