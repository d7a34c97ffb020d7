package dev.weir.job.source;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.Entry;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watermark of one split; see {@link FlowWatermarks}. */
final class FlowWatermarkGenerator implements WatermarkGenerator<Entry> {

  private static final Logger LOG = LoggerFactory.getLogger(FlowWatermarkGenerator.class);

  private final FlowWatermarks strategy;
  private final RelativeClock clock;
  private long latest = Long.MIN_VALUE;
  private long lastFlowAt;
  private boolean silent;

  FlowWatermarkGenerator(FlowWatermarks strategy, RelativeClock clock) {
    this.strategy = strategy;
    this.clock = clock;
    lastFlowAt = clock.relativeTimeMillis();
  }

  @Override
  public void onEvent(Entry entry, long timestamp, WatermarkOutput out) {
    if (FlowWatermarks.flowOf(entry) == null) {
      return;
    }
    lastFlowAt = clock.relativeTimeMillis();
    silent = false;
    if (timestamp > latest) {
      latest = timestamp;
      if (strategy.everyFlow()) {
        out.emitWatermark(watermark(0));
      }
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput out) {
    long quiet = clock.relativeTimeMillis() - lastFlowAt;
    boolean idle = quiet >= strategy.idleness();
    if (latest != Long.MIN_VALUE) {
      // A split that is still waited for is not given up, however short the silence.
      if (idle && quiet >= strategy.silence()) {
        followWallClock(quiet, out);
      } else if (!idle) {
        out.emitWatermark(watermark(0));
      }
    }
    if (idle) {
      out.markIdle();
    }
  }

  /**
   * Event time goes on as the wall clock does. The split turns idle again at once, so that splits
   * which still deliver are not held back to its time; only where all are silent does it count.
   */
  private void followWallClock(long quiet, WatermarkOutput out) {
    if (!silent) {
      silent = true;
      LOG.warn(
          "blind: a split has delivered no flow for {} s; if all are silent, windows now close by"
              + " the wall clock",
          quiet / 1000);
    }
    out.emitWatermark(watermark(quiet));
  }

  private Watermark watermark(long elapsed) {
    return new Watermark(WindowSpec.watermark(latest + elapsed, strategy.outOfOrderness()));
  }
}
