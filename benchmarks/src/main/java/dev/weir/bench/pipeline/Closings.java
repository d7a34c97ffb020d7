package dev.weir.bench.pipeline;

import dev.weir.feature.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** When each partition was sent the message that let windows close. Not thread-safe. */
final class Closings {

  private final WindowSpec window;
  private final long outOfOrderness;
  private final List<NavigableMap<Long, Long>> passedAt = new ArrayList<>();
  private final List<Long> latest = new ArrayList<>();

  /** Windows as a model has them, closed as a job does that waits so long for stragglers. */
  Closings(WindowSpec window, long outOfOrderness) {
    this.window = window;
    this.outOfOrderness = outOfOrderness;
  }

  /** Is told of every message before it is sent. */
  void sending(int partition, long eventTime) {
    while (latest.size() <= partition) {
      latest.add(Long.MIN_VALUE);
      passedAt.add(new TreeMap<>());
    }
    long before = latest.get(partition);
    if (eventTime <= before) {
      return;
    }
    latest.set(partition, eventTime);
    if (before == Long.MIN_VALUE || closedBy(eventTime) > closedBy(before)) {
      passedAt.get(partition).put(closedBy(eventTime), System.currentTimeMillis());
    }
  }

  /** End of the last window that a partition closes whose event time has come so far. */
  private long closedBy(long eventTime) {
    return window.lastClosedEnd(WindowSpec.watermark(eventTime, outOfOrderness));
  }

  /** When the last message was sent that windows of this end waited for; empty if none was. */
  OptionalLong closedAt(long windowEnd) {
    long last = Long.MIN_VALUE;
    for (NavigableMap<Long, Long> partition : passedAt) {
      Map.Entry<Long, Long> passed = partition.ceilingEntry(windowEnd);
      if (passed == null) {
        return OptionalLong.empty();
      }
      last = Math.max(last, passed.getValue());
    }
    return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
  }
}
