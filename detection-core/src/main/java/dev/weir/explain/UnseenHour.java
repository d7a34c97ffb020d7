package dev.weir.explain;

import dev.weir.model.HoursOfWeek;
import dev.weir.model.TrainingStatistics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Says that the history holds no windows of an hour of the week: what is normal then, nobody has
 * seen. Of a history shorter than a day nothing is said, since that would be of nearly every hour.
 */
final class UnseenHour {

  /** Its name in documents. */
  static final String MEASURE = "window.hour_of_week";

  private static final long DAY = 86_400_000;

  private final HoursOfWeek hours;

  private UnseenHour(HoursOfWeek hours) {
    this.hours = hours;
  }

  static UnseenHour of(TrainingStatistics training) {
    boolean aDay = training.lastEventTime() - training.firstEventTime() >= DAY;
    return new UnseenHour(aDay ? training.hours() : HoursOfWeek.ALL);
  }

  /** What there is to say of a window that begins then, epoch milliseconds. */
  Optional<Reason> reason(long windowStart) {
    if (hours.holds(windowStart)) {
      return Optional.empty();
    }
    ZonedDateTime time = Instant.ofEpochMilli(windowStart).atZone(ZoneOffset.UTC);
    String text =
        String.format(
            Locale.ROOT,
            "on %s from %02d:00 to %02d:00 UTC; training knows no such hour, and no normal for it",
            time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            time.getHour(),
            time.getHour() + 1);
    return Optional.of(Reasons.told(MEASURE, HoursOfWeek.of(windowStart), text));
  }
}
