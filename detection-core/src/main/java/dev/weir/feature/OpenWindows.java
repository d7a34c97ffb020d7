package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The windows of one place that are open, by start and source: where flows, in training and in the
 * job, become accumulators. Not thread-safe.
 */
public final class OpenWindows {

  /** A power of two; flows come in the order of few windows. */
  private static final int RECENT = 16;

  private final WindowSpec window;
  private final FeatureSettings settings;
  private final TreeMap<Long, Map<SourceKey, PartialWindow>> byStart = new TreeMap<>();
  private int size;

  /** Room for about as many sources as the window handed on last had. */
  private int lately = 16;

  /** The sources of windows that flows lately went into, found without boxing their starts. */
  private final List<Map<SourceKey, PartialWindow>> recent =
      new ArrayList<>(Collections.nCopies(RECENT, null));

  private final long[] recentStarts = new long[RECENT];

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
    Map<SourceKey, PartialWindow> sources = sources(start);
    PartialWindow partial = sources.get(source);
    if (partial == null) {
      partial = new PartialWindow(source, start);
      sources.put(source, partial);
      size++;
    }
    return partial;
  }

  private Map<SourceKey, PartialWindow> sources(long start) {
    int slot = (int) (start / window.slide()) & (RECENT - 1);
    Map<SourceKey, PartialWindow> sources = recent.get(slot);
    if (sources == null || recentStarts[slot] != start) {
      sources = byStart.computeIfAbsent(start, unused -> new HashMap<>(lately));
      recent.set(slot, sources);
      recentStarts[slot] = start;
    }
    return sources;
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
    recent.replaceAll(unused -> null);
    size -= sources.size();
    lately = Math.max(16, sources.size());
    sources.values().forEach(out);
  }
}
