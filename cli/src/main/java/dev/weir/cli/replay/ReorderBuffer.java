package dev.weir.cli.replay;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts a stream in the order of its times while holding back as little as possible: an item leaves
 * when nothing that may still come can precede it. Items of one time keep their order.
 *
 * @param <T> what is sorted
 */
final class ReorderBuffer<T> {

  private record Held<T>(long time, long sequence, T item) {}

  private final PriorityQueue<Held<T>> held =
      new PriorityQueue<>(
          Comparator.<Held<T>>comparingLong(Held::time).thenComparingLong(Held::sequence));
  private final long depthMillis;
  private long max = Long.MIN_VALUE;
  private long sequence;
  private boolean finished;

  /**
   * @param depthMillis how far an item's time may lie behind the latest before it
   */
  ReorderBuffer(long depthMillis) {
    this.depthMillis = depthMillis;
  }

  /** Takes the next item. */
  void add(long time, T item) {
    max = Math.max(max, time);
    held.add(new Held<>(time, sequence++, item));
  }

  /** Nothing more will be added: everything held may go. */
  void finish() {
    finished = true;
  }

  /** The next item in order, or null if there is none yet. */
  T poll() {
    Held<T> next = held.peek();
    if (next == null || !(finished || next.time <= safeTime())) {
      return null;
    }
    held.remove();
    return next.item;
  }

  /** Items that wait. */
  int size() {
    return held.size();
  }

  private long safeTime() {
    return max < Long.MIN_VALUE + depthMillis ? Long.MIN_VALUE : max - depthMillis;
  }
}
