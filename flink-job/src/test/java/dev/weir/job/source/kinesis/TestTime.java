package dev.weir.job.source.kinesis;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;

/** Time that passes where somebody waits for it, and what happens in it. */
final class TestTime implements Waiting {

  static final long START = 1_772_445_600_000L;

  private final TreeMap<Long, Runnable> events = new TreeMap<>();
  private long now = START;

  @Override
  public long millis() {
    return now;
  }

  /** Milliseconds since the beginning. */
  long passed() {
    return now - START;
  }

  /** Lets something happen once so much time has passed since the beginning. */
  void at(long millis, Runnable event) {
    events.merge(
        START + millis,
        event,
        (one, other) ->
            () -> {
              one.run();
              other.run();
            });
  }

  @Override
  public <T> T poll(BlockingQueue<T> queue, long timeout) {
    T next = queue.poll();
    long end = timeout == Long.MAX_VALUE ? Long.MAX_VALUE : now + timeout;
    while (next == null && now < end) {
      Map.Entry<Long, Runnable> event = events.isEmpty() ? null : events.firstEntry();
      if (event == null || event.getKey() > end) {
        if (end == Long.MAX_VALUE) {
          throw new IllegalStateException("would wait for ever, after " + passed() + " ms");
        }
        now = end;
      } else {
        now = Math.max(now, event.getKey());
        events.remove(event.getKey());
        event.getValue().run();
      }
      next = queue.poll();
    }
    return next;
  }

  void pass(long millis) {
    now += millis;
  }
}
