package dev.weir.job.source;

import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a flow moves event time: to its own, and not beyond the moment at which the transport had
 * it. What is dated later has a clock that runs fast: it counts in the window that it names, and
 * makes nobody else's flows late. Counted, and told of once where it would have.
 */
final class FlowTimes implements TimestampAssigner<Entry> {

  private static final Logger LOG = LoggerFactory.getLogger(FlowTimes.class);

  private final long outOfOrderness;
  private final Counter ahead;
  private boolean told;

  /**
   * Tells nothing yet.
   *
   * @param outOfOrderness milliseconds that flows may lie behind the latest: a clock that runs
   *     ahead by no more harms none
   * @param ahead counts flows that are dated later than they were received
   */
  FlowTimes(long outOfOrderness, Counter ahead) {
    this.outOfOrderness = outOfOrderness;
    this.ahead = ahead;
  }

  /**
   * Epoch milliseconds; the smallest number of what is no flow.
   *
   * @param received epoch milliseconds by the transport's clock; negative where it has none
   */
  @Override
  public long extractTimestamp(Entry entry, long received) {
    FlowRecord flow = FlowWatermarks.flowOf(entry);
    if (flow == null) {
      return Long.MIN_VALUE;
    }
    long time = flow.eventTime();
    if (received < 0 || time <= received) {
      return time;
    }
    ahead.inc();
    if (!told && time - received > outOfOrderness) {
      told = true;
      LOG.warn(
          "a flow of {} is dated {} s after it was received: its sender's clock runs fast; such"
              + " flows are counted (weir.ahead) and don't move event time",
          flow.srcIp(),
          (time - received) / 1000);
    }
    return received;
  }
}
