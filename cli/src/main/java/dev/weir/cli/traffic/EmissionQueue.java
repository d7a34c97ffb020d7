package dev.weir.cli.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Puts what is planned a minute at a time into the order in which it is emitted. Holds what lies
 * ahead of the current minute only: as much as the longest conversation is long.
 */
final class EmissionQueue<T> {
  private static final long MINUTE = 60_000;

  private record Timed<T>(long emitted, T item) {}

  private final List<List<Timed<T>>> minutes = new ArrayList<>();
  private final Deque<T> ready = new ArrayDeque<>();
  private long currentMinute;
  private int waiting;

  /** Starts with the minute that holds {@code epochMillis}. */
  EmissionQueue(long epochMillis) {
    currentMinute = Math.floorDiv(epochMillis, MINUTE);
  }

  /** Items of the same millisecond keep the order in which they were added. */
  void add(long emitted, T item) {
    int ahead = Math.toIntExact(Math.floorDiv(emitted, MINUTE) - currentMinute);
    if (ahead < 0) {
      throw new IllegalArgumentException("emitted in a minute that is over: " + emitted);
    }
    while (minutes.size() <= ahead) {
      minutes.add(new ArrayList<>());
    }
    minutes.get(ahead).add(new Timed<>(emitted, item));
    waiting++;
  }

  /** Nothing more will be emitted in the current minute: it becomes ready, the next one current. */
  void closeMinute() {
    currentMinute++;
    if (minutes.isEmpty()) {
      return;
    }
    List<Timed<T>> due = minutes.remove(0);
    due.sort(Comparator.comparingLong(Timed::emitted));
    due.forEach(timed -> ready.add(timed.item()));
    waiting -= due.size();
  }

  /** The next item that is ready, or null. */
  T poll() {
    return ready.poll();
  }

  boolean hasReady() {
    return !ready.isEmpty();
  }

  /** Whether items of later minutes wait. */
  boolean hasWaiting() {
    return waiting > 0;
  }

  /** The first millisecond of the current minute. */
  long currentMillis() {
    return currentMinute * MINUTE;
  }
}
