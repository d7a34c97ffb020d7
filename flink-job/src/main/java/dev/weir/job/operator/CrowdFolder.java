package dev.weir.job.operator;

import dev.weir.alert.Crowd;
import dev.weir.alert.CrowdKey;
import dev.weir.finding.Detection;
import dev.weir.job.types.WireType;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts sources together that do the same to one target, and pairs likewise. They wait for the
 * watermark that closed their windows, which comes right behind them, so that it does not matter
 * who was first.
 *
 * <p>A look at an open window does not wait: those who are seen first are told by themselves, as
 * long as they are few. With the next source the target is told, and no source more until the
 * window's end.
 */
public final class CrowdFolder extends KeyedProcessFunction<CrowdKey, Detection, Detection> {

  private static final long serialVersionUID = 1L;

  private final long quiet;
  private transient MapState<Long, Crowd> byWindowEnd;
  private transient MapState<Long, Crowd> looks;
  private transient ValueState<Long> shared;

  /** Those who come within that many milliseconds after many others belong to them. */
  public CrowdFolder(long quiet) {
    this.quiet = quiet;
  }

  @Override
  public void open(OpenContext context) {
    byWindowEnd =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("crowds", Types.LONG, WireType.CROWD.<Crowd>info()));
    looks =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("looks", Types.LONG, WireType.CROWD.<Crowd>info()));
    shared = getRuntimeContext().getState(new ValueStateDescriptor<>("shared", Types.LONG));
  }

  @Override
  public void processElement(Detection found, Context context, Collector<Detection> out)
      throws Exception {
    if (found.early()) {
      look(found, context, out);
      return;
    }
    Crowd crowd = byWindowEnd.get(found.windowEnd());
    if (crowd == null) {
      crowd = new Crowd();
      context.timerService().registerEventTimeTimer(found.windowEnd() - 1);
    }
    crowd.add(found);
    byWindowEnd.put(found.windowEnd(), crowd);
  }

  private void look(Detection found, Context context, Collector<Detection> out) throws Exception {
    long end = found.windowEnd();
    if (isShared(end)) {
      return;
    }
    Crowd seen = looks.get(end);
    if (seen == null) {
      seen = new Crowd();
      context.timerService().registerEventTimeTimer(end - 1);
    }
    if (seen.isMany()) {
      return;
    }
    if (!seen.holds(found.source())) {
      seen.add(found);
      looks.put(end, seen);
    }
    if (seen.isMany()) {
      seen.settle(true).forEach(out::collect);
    } else {
      out.collect(found);
    }
  }

  private boolean isShared(long time) throws Exception {
    Long last = shared.value();
    return last != null && time - last <= quiet;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    long end = time + 1;
    looks.remove(end);
    Crowd crowd = byWindowEnd.get(end);
    if (crowd != null) {
      crowd.settle(isShared(end)).forEach(out::collect);
      byWindowEnd.remove(end);
      if (crowd.isMany() || isShared(end)) {
        shared.update(end);
        context.timerService().registerEventTimeTimer(end + quiet);
      }
    }
    if (!isShared(end)) {
      shared.clear();
    }
  }
}
