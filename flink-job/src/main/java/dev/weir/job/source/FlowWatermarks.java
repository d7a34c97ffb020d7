package dev.weir.job.source;

import dev.weir.flow.DeliveredFlow;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.operator.Metric;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of a source split, by its flows alone: bounded disorder, idleness and silence.
 *
 * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
 * @param idleness milliseconds without a flow after which other splits no longer wait for this one
 * @param silence milliseconds without a flow after which event time follows the wall clock, so that
 *     windows close when every split is silent; never before the split is idle
 * @param everyFlow whether a watermark follows each flow that advances it, as bounded inputs want
 *     for results that don't depend on speed; else they come periodically
 */
public record FlowWatermarks(long outOfOrderness, long idleness, long silence, boolean everyFlow)
    implements WatermarkStrategy<Entry> {

  private static final long serialVersionUID = 1L;

  /** For a stream. */
  public static FlowWatermarks ofStream(
      Duration outOfOrderness, Duration idleness, Duration silence) {
    return new FlowWatermarks(
        outOfOrderness.toMillis(), idleness.toMillis(), silence.toMillis(), false);
  }

  /** For files, whose disorder was measured, and which are never idle or silent. */
  public static FlowWatermarks ofFiles(long disorder) {
    return new FlowWatermarks(disorder, Long.MAX_VALUE, Long.MAX_VALUE, true);
  }

  /** Milliseconds without a flow after which event time follows the wall clock at the latest. */
  public long longestSilence() {
    return Math.max(idleness, silence);
  }

  @Override
  public WatermarkGenerator<Entry> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new FlowWatermarkGenerator(this, context.getInputActivityClock());
  }

  @Override
  public TimestampAssigner<Entry> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return new FlowTimes(outOfOrderness, context.getMetricGroup().counter(Metric.AHEAD.id()));
  }

  /** The flow that an entry is or carries, or null. */
  static FlowRecord flowOf(Entry entry) {
    if (entry instanceof DeliveredFlow delivered) {
      return delivered.flow();
    }
    return entry instanceof FlowRecord flow ? flow : null;
  }
}
