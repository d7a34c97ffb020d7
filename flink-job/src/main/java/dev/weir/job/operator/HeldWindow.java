package dev.weir.job.operator;

import dev.weir.job.types.Packed;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * What is held of one window of a shard: sums by source or target, and which of them state does not
 * know yet.
 */
final class HeldWindow<K> {

  /** A sum's object, its key's, and their places in tables, about. */
  private static final int OVERHEAD = 200;

  private final Map<K, Sum> sums = new HashMap<>();
  private final boolean whole;
  private boolean saved;
  private long bytes;

  /** One that changes as flows come. */
  static final class Sum {
    private Packed value;
    private boolean unsaved;

    private Sum(Packed value) {
      this.value = value;
    }

    /** Null of none yet. */
    Packed value() {
      return value;
    }
  }

  /**
   * Holds none yet.
   *
   * @param whole whether state has none of this window, so that all there are will be held here
   */
  HeldWindow(boolean whole) {
    this.whole = whole;
    this.saved = !whole;
  }

  /** Whether all that state has of the window is held too. */
  boolean isWhole() {
    return whole;
  }

  /** Whether state has some of the window. */
  boolean isSaved() {
    return saved;
  }

  /** Of all that is held, about. */
  long bytes() {
    return bytes;
  }

  /** What it takes to hold a sum, about. */
  static long bytes(Packed sum) {
    return OVERHEAD + (sum == null ? 0 : sum.size());
  }

  /** Null where none is held. */
  Sum get(K key) {
    return sums.get(key);
  }

  /** Holds what state has of a key, or nothing yet. */
  Sum hold(K key, Packed value) {
    Sum sum = new Sum(value);
    sums.put(key, sum);
    bytes += bytes(value);
    return sum;
  }

  /**
   * Changes a sum.
   *
   * @return the bytes that it takes more
   */
  long set(Sum sum, Packed value) {
    long more = bytes(value) - bytes(sum.value);
    sum.value = value;
    sum.unsaved = true;
    bytes += more;
    return more;
  }

  /** Writes what state does not know yet. */
  void save(MapState<K, Packed> state) throws Exception {
    for (Map.Entry<K, Sum> one : sums.entrySet()) {
      Sum sum = one.getValue();
      if (sum.unsaved) {
        state.put(one.getKey(), sum.value);
        sum.unsaved = false;
        saved = true;
      }
    }
  }

  void close(HeldSums.Closing<K> closing) throws Exception {
    for (Map.Entry<K, Sum> one : sums.entrySet()) {
      closing.take(one.getKey(), one.getValue().value);
    }
  }
}
