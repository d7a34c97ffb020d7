package dev.weir.network;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Times of the week, in UTC.
 *
 * @param days on which a stretch begins
 * @param from its beginning
 * @param to its end, on the next day where it is not after the beginning; equal for a whole day
 */
public record Schedule(Set<DayOfWeek> days, LocalTime from, LocalTime to) implements Serializable {

  /** At any time. */
  public static final Schedule ALWAYS =
      new Schedule(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final long serialVersionUID = 1L;

  /** Keeps a set of its own. */
  public Schedule {
    days = Set.copyOf(days);
  }

  /** Whether a time lies within it. */
  public boolean holds(long epochMillis) {
    ZonedDateTime time = Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC);
    LocalTime clock = time.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(time.getDayOfWeek()) && !clock.isBefore(from) && clock.isBefore(to);
    }
    return clock.isBefore(to)
        ? days.contains(time.getDayOfWeek().minus(1))
        : days.contains(time.getDayOfWeek()) && !clock.isBefore(from);
  }
}
