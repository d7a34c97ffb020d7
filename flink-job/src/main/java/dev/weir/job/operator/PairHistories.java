package dev.weir.job.operator;

import dev.weir.feature.KnownTargets;
import dev.weir.feature.PairHistory;
import dev.weir.feature.PairView;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.AddressBits;
import dev.weir.job.types.WireType;
import dev.weir.model.Model;
import dev.weir.network.Network;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The pair view: the histories of each shard's sources, made from their closed windows as these
 * come out, which is by event time. A shard has one timer, at which it forgets what has grown old;
 * histories know by themselves what they have forgotten, so that nothing depends on when it fires.
 */
public final class PairHistories extends KeyedProcessFunction<Integer, SourceView, PairView> {

  private static final long serialVersionUID = 1L;
  private static final long HOUR = 60L * 60 * 1000;

  private final ShippedModel shipped;
  private final Network network;
  private transient AddressBits bits;
  private transient WindowSpec window;
  private transient KnownTargets known;
  private transient MapState<SourceKey, PairHistory> histories;

  /**
   * Of the targets that the model does not know, and sources inside: who is outside has nobody here
   * to ask for orders, and may be anybody's invention.
   */
  public PairHistories(ShippedModel shipped, Network network) {
    this.shipped = shipped;
    this.network = network;
  }

  @Override
  public void open(OpenContext context) {
    bits = new AddressBits();
    Model model = shipped.model();
    window = model.window();
    known = model.targets().known();
    histories =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "pairs",
                    WireType.SOURCE_KEY.<SourceKey>info(),
                    WireType.PAIR_HISTORY.<PairHistory>info()));
  }

  @Override
  public void processElement(SourceView view, Context context, Collector<PairView> out)
      throws Exception {
    SourceKey source = view.vector().source();
    if (view.early() || !PairHistory.isConcernedBy(view, known) || !isInside(source)) {
      return;
    }
    PairHistory history = histories.get(source);
    if (history == null) {
      history = new PairHistory();
    }
    history.take(view, window, known, out::collect);
    histories.put(source, history);
    forgetAt(view.vector().windowEnd(), context);
  }

  private boolean isInside(SourceKey source) {
    return bits.read(source.address()) && network.isInternal(bits);
  }

  /** On the hour, so that a shard has one timer, or few. */
  private static void forgetAt(long time, Context context) {
    long hour = (Math.floorDiv(time, HOUR) + 1) * HOUR;
    context.timerService().registerEventTimeTimer(hour);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PairView> out) throws Exception {
    long next = Long.MAX_VALUE;
    Iterator<Map.Entry<SourceKey, PairHistory>> sources = histories.iterator();
    while (sources.hasNext()) {
      Map.Entry<SourceKey, PairHistory> source = sources.next();
      PairHistory history = source.getValue();
      history.expire(time, window);
      if (history.isEmpty()) {
        sources.remove();
      } else {
        source.setValue(history);
        next = Math.min(next, history.nextExpiry(window));
      }
    }
    if (next < Long.MAX_VALUE) {
      forgetAt(Math.max(time, next - 1), context);
    } else {
      histories.clear();
    }
  }
}
