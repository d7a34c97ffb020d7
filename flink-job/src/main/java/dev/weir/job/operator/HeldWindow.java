package dev.weir.job.operator;

import dev.weir.job.types.Packed;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * What is held of one window of a shard: sums by source or target, those that state knows apart
 * from those that have changed since.
 */
final class HeldWindow<K> {

  /** A key, its sum's object and their place in a table, about. */
  private static final int OVERHEAD = 180;

  private final boolean whole;
  private Map<K, Packed> unsaved = new HashMap<>();
  private Map<K, Packed> saved = Map.of();
  private boolean inState;
  private long bytes;

  /**
   * Holds none yet.
   *
   * @param whole whether state has none of this window, so that all there are will be held here
   */
  HeldWindow(boolean whole) {
    this.whole = whole;
    this.inState = !whole;
  }

  /** Whether all that state has of the window is held too. */
  boolean isWhole() {
    return whole;
  }

  /** Whether state has some of the window. */
  boolean isInState() {
    return inState;
  }

  /** Of all that is held, about. */
  long bytes() {
    return bytes;
  }

  /** Null where none is held. */
  Packed get(K key) {
    Packed sum = unsaved.get(key);
    return sum == null ? saved.get(key) : sum;
  }

  /**
   * Holds a sum in place of that before, if there is one.
   *
   * @return the bytes that it takes more
   */
  long put(K key, Packed sum) {
    Packed before = unsaved.put(key, sum);
    if (before == null && !saved.isEmpty()) {
      before = saved.remove(key);
    }
    long more = before == null ? OVERHEAD + sum.size() : sum.size() - before.size();
    bytes += more;
    return more;
  }

  /** Writes what state does not know yet. */
  void save(MapState<K, Packed> state) throws Exception {
    if (unsaved.isEmpty()) {
      return;
    }
    state.putAll(unsaved);
    inState = true;
    if (saved.isEmpty()) {
      saved = unsaved;
    } else {
      saved.putAll(unsaved);
    }
    unsaved = new HashMap<>();
  }

  void close(HeldSums.Closing<K> closing) throws Exception {
    handOn(saved, closing);
    handOn(unsaved, closing);
  }

  private static <K> void handOn(Map<K, Packed> sums, HeldSums.Closing<K> closing)
      throws Exception {
    for (Map.Entry<K, Packed> one : sums.entrySet()) {
      closing.take(one.getKey(), one.getValue());
    }
  }
}
