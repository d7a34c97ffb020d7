package dev.weir.job.operator;

import dev.weir.feature.Accumulator;
import dev.weir.feature.ViewKey;
import dev.weir.job.types.Packed;
import dev.weir.job.types.Packing;
import dev.weir.job.types.WindowPart;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.runtime.state.internal.InternalKvState;

/**
 * The sums of a subtask's open windows: held in memory, and written to keyed state when a
 * checkpoint wants them or memory is full. State then is asked once a checkpoint for each source or
 * target, and for most windows, which close between two, never.
 *
 * <p>Not thread-safe. The window of a part lies under the current key, its shard; saving changes
 * that key.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one in one window
 */
final class HeldSums<K extends ViewKey, A extends Accumulator<A>> {

  private final MapState<K, Packed> state;
  private final InternalKvState<?, Long, ?> namespaces;
  private final Consumer<Integer> currentKey;
  private final LongConsumer opened;
  private final Packing<A> packing;
  private final boolean keeps;
  private final long room;
  private final Map<Place, HeldWindow<K>> windows = new HashMap<>();
  private long bytes;

  /** Where a window's sums lie in state. */
  private record Place(Integer shard, long start) {}

  /** Takes the sums of a window that closes. */
  interface Closing<K> {
    void take(K key, Packed sum) throws Exception;
  }

  /**
   * Holds nothing yet; state may.
   *
   * @param state sums by key, a namespace for each window's start
   * @param currentKey makes a shard the key that state is asked for
   * @param opened is told a window's start, under its shard's key, whenever its first sum is held
   * @param keeps whether to go on holding what state knows; not where that is memory as well
   * @param room bytes that may be held, about
   */
  @SuppressWarnings("unchecked") // Every backend's states have namespaces; this is its type.
  HeldSums(
      MapState<K, Packed> state,
      Consumer<Integer> currentKey,
      LongConsumer opened,
      Packing<A> packing,
      boolean keeps,
      long room) {
    this.state = state;
    this.namespaces = (InternalKvState<?, Long, ?>) state;
    this.currentKey = currentKey;
    this.opened = opened;
    this.packing = packing;
    this.keeps = keeps;
    this.room = room;
  }

  /**
   * Adds a part to its window, whose shard is the current key.
   *
   * @return the window's flows before
   */
  long add(WindowPart<K> part) throws Exception {
    Integer shard = Shards.of(part.key());
    if (bytes > room) {
      letGo();
      currentKey.accept(shard);
    }
    HeldWindow<K> window = window(shard, part.start());
    Packed before = before(window, part);
    Packed after = before == null ? part.seen() : packing.merged(before, part.seen());
    bytes += window.put(part.key(), after);
    return before == null ? 0 : before.flows();
  }

  private HeldWindow<K> window(Integer shard, long start) throws Exception {
    Place place = new Place(shard, start);
    HeldWindow<K> window = windows.get(place);
    if (window == null) {
      namespaces.setCurrentNamespace(start);
      window = new HeldWindow<>(state.isEmpty());
      windows.put(place, window);
      opened.accept(start);
    }
    return window;
  }

  private Packed before(HeldWindow<K> window, WindowPart<K> part) throws Exception {
    Packed held = window.get(part.key());
    if (held != null || window.isWhole()) {
      return held;
    }
    namespaces.setCurrentNamespace(part.start());
    return state.get(part.key());
  }

  /** What a part that was added just now is in. */
  Packed of(WindowPart<K> part) {
    return windows.get(new Place(Shards.of(part.key()), part.start())).get(part.key());
  }

  /** Hands on a window of the current key, and forgets it here and in state. */
  void close(Integer shard, long start, Closing<K> closing) throws Exception {
    HeldWindow<K> window = windows.remove(new Place(shard, start));
    namespaces.setCurrentNamespace(start);
    if (window == null) {
      closeSaved(closing);
      return;
    }
    bytes -= window.bytes();
    if (window.isWhole()) {
      window.close(closing);
      if (window.isInState()) {
        state.clear();
      }
    } else {
      window.save(state);
      closeSaved(closing);
    }
  }

  private void closeSaved(Closing<K> closing) throws Exception {
    for (Map.Entry<K, Packed> one : state.entries()) {
      closing.take(one.getKey(), one.getValue());
    }
    state.clear();
  }

  /** Makes state know all, and lets go of it where state is as near. */
  void save() throws Exception {
    if (keeps) {
      write();
    } else {
      letGo();
    }
  }

  private void write() throws Exception {
    for (Map.Entry<Place, HeldWindow<K>> one : windows.entrySet()) {
      currentKey.accept(one.getKey().shard());
      namespaces.setCurrentNamespace(one.getKey().start());
      one.getValue().save(state);
    }
  }

  private void letGo() throws Exception {
    write();
    windows.clear();
    bytes = 0;
  }
}
