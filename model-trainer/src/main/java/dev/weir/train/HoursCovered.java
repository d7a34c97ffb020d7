package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.model.HoursOfWeek;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Which hours a history holds windows of. */
final class HoursCovered {

  private static final long HOUR = 3_600_000;
  private static final double DAY_HOURS = 24;

  /** Since the epoch; as many as the history has hours. */
  private final Set<Long> hours = new HashSet<>();

  private long last = Long.MIN_VALUE;

  /** Takes a window that has closed. */
  void add(FeatureVector window) {
    long first = Math.floorDiv(window.windowStart(), HOUR);
    long end = Math.floorDiv(window.windowEnd() - 1, HOUR);
    // Many of an hour come together: most find it there.
    for (long hour = first; hour <= end; hour++) {
      if (hour != last) {
        hours.add(hour);
        last = hour;
      }
    }
  }

  /**
   * Days that the history covers: whole hours with windows, but no more than lies between its first
   * and its last flow.
   *
   * @param window milliseconds; the least that a history with a window covers
   */
  double days(long firstEventTime, long lastEventTime, long window) {
    double span = Math.max(window, lastEventTime - firstEventTime) / (DAY_HOURS * HOUR);
    return Math.min(span, Math.max(1, hours.size()) / DAY_HOURS);
  }

  HoursOfWeek ofWeek() {
    BitSet week = new BitSet(HoursOfWeek.COUNT);
    hours.forEach(hour -> week.set(HoursOfWeek.of(hour * HOUR)));
    return HoursOfWeek.of(week);
  }
}
