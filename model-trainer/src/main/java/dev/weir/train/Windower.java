package dev.weir.train;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts flows into windows by event time, as the job does, in one thread: a window closes once the
 * watermark has passed it, and what comes later is late. Vectors come out by window end, then
 * source, whatever order the flows came in.
 */
final class Windower {

  private static final Comparator<PartialWindow> ORDER =
      Comparator.comparingLong(PartialWindow::start).thenComparing(PartialWindow::source);

  private final WindowSpec window;
  private final long outOfOrderness;
  private final Consumer<FeatureVector> out;
  private final OpenWindows open;
  private final List<PartialWindow> closed = new ArrayList<>();
  private long watermark = Long.MIN_VALUE;
  private long windowed;
  private long late;

  /**
   * Starts without flows.
   *
   * @param outOfOrderness milliseconds that a flow may lie behind the latest before it
   */
  Windower(
      WindowSpec window,
      FeatureSettings settings,
      long outOfOrderness,
      Consumer<FeatureVector> out) {
    this.window = window;
    this.open = new OpenWindows(window, settings);
    this.outOfOrderness = outOfOrderness;
    this.out = out;
  }

  /** Adds a flow to every window of its time that is still open; false where none is. */
  boolean add(FlowRecord flow) {
    long time = flow.eventTime();
    boolean taken = open.add(flow, watermark) != null;
    if (taken) {
      windowed++;
    } else {
      late++;
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

  /** Flows whose windows had all closed. */
  long late() {
    return late;
  }

  private void advance(long newWatermark) {
    watermark = Math.max(watermark, newWatermark);
    open.close(watermark, closed::add);
    if (closed.isEmpty()) {
      return;
    }
    closed.sort(ORDER);
    for (PartialWindow one : closed) {
      out.accept(one.seen().toVector(one.source(), one.start(), window));
    }
    closed.clear();
  }
}
