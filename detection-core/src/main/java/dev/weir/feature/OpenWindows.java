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
 * The windows of one place that are open, by start and key of a view: where flows, in training and
 * in the job, become accumulators. Not thread-safe.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one
 */
public final class OpenWindows<K extends ViewKey, A extends Accumulator<A>> {

  /** A power of two; flows come in the order of few windows. */
  private static final int RECENT = 16;

  private final WindowSpec window;
  private final WindowedView<K, A, ?> view;
  private final TreeMap<Long, Map<K, PartialWindow<K, A>>> byStart = new TreeMap<>();
  private int size;

  /** Room for about as many keys as the window handed on last had. */
  private int lately = 16;

  /** The keys of windows that flows lately went into, found without boxing their starts. */
  private final List<Map<K, PartialWindow<K, A>>> recent =
      new ArrayList<>(Collections.nCopies(RECENT, null));

  private final long[] recentStarts = new long[RECENT];

  /** None open yet. */
  public OpenWindows(WindowedView<K, A, ?> view) {
    this.window = view.window();
    this.view = view;
  }

  /**
   * Adds a flow to each of its windows that is still open.
   *
   * @return what is seen so far in the last of these windows; null where the flow went nowhere: all
   *     have closed, and it is late, or the view does not see it
   */
  public PartialWindow<K, A> add(FlowRecord flow, long watermark) {
    long time = flow.eventTime();
    long first = window.firstOpenStart(time, watermark);
    long last = window.lastStart(time);
    if (first > last) {
      return null;
    }
    K key = view.key(flow);
    if (key == null) {
      return null;
    }
    for (long start = first; start < last; start += window.slide()) {
      view.add(of(key, start).seen(), flow, start);
    }
    PartialWindow<K, A> counting = of(key, last);
    view.add(counting.seen(), flow, last);
    counting.countFlow();
    return counting;
  }

  private PartialWindow<K, A> of(K key, long start) {
    Map<K, PartialWindow<K, A>> keys = keys(start);
    PartialWindow<K, A> partial = keys.get(key);
    if (partial == null) {
      partial = new PartialWindow<>(key, start, view.empty());
      keys.put(key, partial);
      size++;
    }
    return partial;
  }

  private Map<K, PartialWindow<K, A>> keys(long start) {
    int slot = (int) (start / window.slide()) & (RECENT - 1);
    Map<K, PartialWindow<K, A>> keys = recent.get(slot);
    if (keys == null || recentStarts[slot] != start) {
      keys = byStart.computeIfAbsent(start, unused -> new HashMap<>(lately));
      recent.set(slot, keys);
      recentStarts[slot] = start;
    }
    return keys;
  }

  /** How many are open, of all keys. */
  public int size() {
    return size;
  }

  /** Lets go of one window of one key: flows that come now begin it anew. */
  public void remove(PartialWindow<K, A> partial) {
    if (byStart.get(partial.start()).remove(partial.key(), partial)) {
      size--;
    }
  }

  /** Hands on those that the watermark closes, by start, and lets go of them. */
  public void close(long watermark, Consumer<? super PartialWindow<K, A>> out) {
    while (!byStart.isEmpty() && window.closed(byStart.firstKey(), watermark)) {
      handOn(byStart.pollFirstEntry().getValue(), out);
    }
  }

  /** Hands all on, by start, and lets go of them. */
  public void closeAll(Consumer<? super PartialWindow<K, A>> out) {
    while (!byStart.isEmpty()) {
      handOn(byStart.pollFirstEntry().getValue(), out);
    }
  }

  private void handOn(Map<K, PartialWindow<K, A>> keys, Consumer<? super PartialWindow<K, A>> out) {
    recent.replaceAll(unused -> null);
    size -= keys.size();
    lately = Math.max(16, keys.size());
    keys.values().forEach(out);
  }
}
