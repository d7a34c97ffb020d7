package dev.weir.feature;

/**
 * What has been seen so far, in one place, of one key of a view in one window: other places may
 * hold other parts, and {@link Accumulator#merge} puts them together. Mutable; not thread-safe.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one
 */
public final class PartialWindow<K extends ViewKey, A extends Accumulator<A>> {

  private final K key;
  private final long start;
  private final A seen;
  private long flows;

  PartialWindow(K key, long start, A seen) {
    this.key = key;
    this.start = start;
    this.seen = seen;
  }

  /** Whom the flows are counted for. */
  public K key() {
    return key;
  }

  /** The window's start, epoch milliseconds. */
  public long start() {
    return start;
  }

  /** What the flows add up to. */
  public A seen() {
    return seen;
  }

  /**
   * The flows that accounts have to count here: those of which this is the last window. A flow in
   * several sliding windows is then counted once, and is late where even its last one has closed.
   */
  public long flows() {
    return flows;
  }

  void countFlow() {
    flows++;
  }
}
