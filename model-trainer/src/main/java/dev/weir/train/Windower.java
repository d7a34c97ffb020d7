package dev.weir.train;

import dev.weir.feature.Accumulator;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.ViewKey;
import dev.weir.feature.WindowSpec;
import dev.weir.feature.WindowedView;
import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts flows into windows by event time, as the job does, in one thread: a window closes once the
 * watermark has passed it, and what comes later is late. Windows come out by their end, then key,
 * whatever order the flows came in.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one in one window
 * @param <V> what a window comes to
 */
final class Windower<K extends ViewKey & Comparable<K>, A extends Accumulator<A>, V> {

  private final WindowedView<K, A, V> view;
  private final long outOfOrderness;
  private final Consumer<? super V> out;
  private final OpenWindows<K, A> open;
  private final List<PartialWindow<K, A>> closed = new ArrayList<>();
  private final Comparator<PartialWindow<K, A>> order =
      Comparator.<PartialWindow<K, A>>comparingLong(PartialWindow::start)
          .thenComparing(PartialWindow::key);
  private long watermark = Long.MIN_VALUE;
  private long windowed;
  private long left;

  /**
   * Starts without flows.
   *
   * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
   */
  Windower(WindowedView<K, A, V> view, long outOfOrderness, Consumer<? super V> out) {
    this.view = view;
    this.open = new OpenWindows<>(view);
    this.outOfOrderness = outOfOrderness;
    this.out = out;
  }

  /** Adds a flow to every window of its time that is still open; false where it went nowhere. */
  boolean add(FlowRecord flow) {
    long time = flow.eventTime();
    boolean taken = open.add(flow, watermark) != null;
    if (taken) {
      windowed++;
    } else {
      left++;
    }
    advance(WindowSpec.watermark(time, outOfOrderness));
    return taken;
  }

  /** Closes every window: no more flows will come. */
  void end() {
    advance(Long.MAX_VALUE);
  }

  /** Flows that went into a window. */
  long windowed() {
    return windowed;
  }

  /** Flows whose windows had all closed, of a view that sees every flow. */
  long late() {
    return left;
  }

  private void advance(long newWatermark) {
    watermark = Math.max(watermark, newWatermark);
    open.close(watermark, closed::add);
    if (closed.isEmpty()) {
      return;
    }
    closed.sort(order);
    for (PartialWindow<K, A> one : closed) {
      out.accept(view.close(one.key(), one.start(), one.seen()));
    }
    closed.clear();
  }
}
