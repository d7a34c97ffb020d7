package dev.weir.feature;

import dev.weir.flow.FlowRecord;

/**
 * A view of flows by windows: whom a flow is counted for, what is kept of each, and what it comes
 * to. The trainer and the job walk the same ones.
 *
 * @param <K> whom flows are counted for
 * @param <A> what is kept of one in one window
 * @param <V> what a window comes to
 */
public interface WindowedView<K extends ViewKey, A extends Accumulator<A>, V> {

  /** The windows that flows go into. */
  WindowSpec window();

  /** Whom a flow is counted for; null where this view does not see it. */
  K key(FlowRecord flow);

  /** What is kept of a window in which nothing was seen yet. */
  A empty();

  /** Adds a flow to what is kept of its key in a window that holds its event time. */
  void add(A seen, FlowRecord flow, long windowStart);

  /**
   * What a window comes to that has closed.
   *
   * @param seen given up: not touched again by whoever hands it over
   */
  V close(K key, long windowStart, A seen);

  /**
   * What a window comes to so far, while it is open.
   *
   * @param seen given up, as when it closes
   */
  V look(K key, long windowStart, A seen);
}
