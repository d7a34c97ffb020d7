package dev.weir.train;

import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.FlowRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts flows into windows by event time, as the job does, in one thread: a window closes once the
 * watermark has passed it, and what comes later is late. Vectors come out by window end, then
 * source, whatever order the flows came in.
 */
final class Windower {

  private final WindowSpec window;
  private final FeatureSettings settings;
  private final long outOfOrderness;
  private final Consumer<FeatureVector> out;
  private final TreeMap<Long, Map<SourceKey, FeatureAccumulator>> open = new TreeMap<>();
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
    this.settings = settings;
    this.outOfOrderness = outOfOrderness;
    this.out = out;
  }

  /** Adds a flow to every window of its time that is still open; false where none is. */
  boolean add(FlowRecord flow) {
    long time = flow.eventTime();
    SourceKey source = SourceKey.of(flow);
    long first = window.firstOpenStart(time, watermark);
    long last = window.lastStart(time);
    for (long start = last; start >= first; start -= window.slide()) {
      open.computeIfAbsent(start, s -> new HashMap<>())
          .computeIfAbsent(source, s -> new FeatureAccumulator())
          .add(flow, start, window, settings);
    }
    boolean taken = first <= last;
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
    while (!open.isEmpty() && window.closed(open.firstKey(), watermark)) {
      close(open.pollFirstEntry());
    }
  }

  private void close(Map.Entry<Long, Map<SourceKey, FeatureAccumulator>> closing) {
    new TreeMap<>(closing.getValue())
        .forEach(
            (source, accumulator) ->
                out.accept(accumulator.toVector(source, closing.getKey(), window)));
  }
}
