package dev.weir.file;

import java.util.Arrays;

/**
 * About the median of a log's event times, in constant space: of a long log every second, fourth,
 * eighth … is looked at. A few wild times don't move it, as they would the first and the last.
 */
final class MiddleTime {

  private static final int KEPT = 1024;

  private final long[] times = new long[KEPT];
  private int size;
  private long seen;
  private long step = 1;

  void add(long eventTime) {
    if (seen++ % step != 0) {
      return;
    }
    if (size == KEPT) {
      for (int i = 0; i < KEPT / 2; i++) {
        times[i] = times[2 * i];
      }
      size = KEPT / 2;
      step *= 2;
      if ((seen - 1) % step != 0) {
        return;
      }
    }
    times[size++] = eventTime;
  }

  /** The middle; before every time if there is none. */
  long get() {
    long[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return size == 0 ? Long.MIN_VALUE : sorted[size / 2];
  }
}
