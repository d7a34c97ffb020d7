package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The windows of one place that are open, by start and source: where flows, in training and in the
 * job, become accumulators. Not thread-safe.
 */
public final class OpenWindows {

  private final WindowSpec window;
  private final FeatureSettings settings;
  private final TreeMap<Long, Map<SourceKey, PartialWindow>> byStart = new TreeMap<>();
  private int size;

  /** The sources of the window that the last flow went into, and most likely the next one goes. */
  private Map<SourceKey, PartialWindow> recent;

  private long recentStart;

  /** None open yet. */
  public OpenWindows(WindowSpec window, FeatureSettings settings) {
    this.window = window;
    this.settings = settings;
  }

  /**
   * Adds a flow to each of its windows that is still open.
   *
   * @return what is seen so far in the last of these windows; null where all have closed: the flow
   *     is late, and went nowhere
   */
  public PartialWindow add(FlowRecord flow, long watermark) {
    long time = flow.eventTime();
    long first = window.firstOpenStart(time, watermark);
    long last = window.lastStart(time);
    if (first > last) {
      return null;
    }
    SourceKey source = SourceKey.of(flow);
    for (long start = first; start < last; start += window.slide()) {
      of(source, start).seen().add(flow, start, window, settings);
    }
    PartialWindow counting = of(source, last);
    counting.seen().add(flow, last, window, settings);
    counting.countFlow();
    return counting;
  }

  private PartialWindow of(SourceKey source, long start) {
    if (recent == null || recentStart != start) {
      recent = byStart.computeIfAbsent(start, unused -> new HashMap<>());
      recentStart = start;
    }
    PartialWindow partial = recent.get(source);
    if (partial == null) {
      partial = new PartialWindow(source, start);
      recent.put(source, partial);
      size++;
    }
    return partial;
  }

  /** How many are open, of all sources. */
  public int size() {
    return size;
  }

  /** Lets go of one window of one source: flows that come now begin it anew. */
  public void remove(PartialWindow partial) {
    if (byStart.get(partial.start()).remove(partial.source(), partial)) {
      size--;
    }
  }

  /** Hands on those that the watermark closes, by start, and lets go of them. */
  public void close(long watermark, Consumer<? super PartialWindow> out) {
    while (!byStart.isEmpty() && window.closed(byStart.firstKey(), watermark)) {
      handOn(byStart.pollFirstEntry().getValue(), out);
    }
  }

  /** Hands all on, by start, and lets go of them. */
  public void closeAll(Consumer<? super PartialWindow> out) {
    while (!byStart.isEmpty()) {
      handOn(byStart.pollFirstEntry().getValue(), out);
    }
  }

  private void handOn(Map<SourceKey, PartialWindow> sources, Consumer<? super PartialWindow> out) {
    recent = null;
    size -= sources.size();
    sources.values().forEach(out);
  }
}
