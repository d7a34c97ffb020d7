package dev.weir.aws.history;

import dev.weir.file.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the folders of a key say of its time: {@code …/2026/03/02/} as AWS lays out its flow logs,
 * or {@code …/year=2026/month=03/day=02/}, each with or without the hour.
 */
final class KeyPeriod {

  private static final Pattern DATED =
      Pattern.compile(
          "(?:.*/)?(?:year=)?(?<year>20\\d\\d)/"
              + "(?:(?:month=)?(?<month>\\d\\d)/"
              + "(?:(?:day=)?(?<day>\\d\\d)/"
              + "(?:(?:hour=)?(?<hour>\\d\\d)/)?)?)?");

  private KeyPeriod() {}

  /**
   * Whether there may be logs of that time below a folder.
   *
   * @param folder from the bucket's root, ending with a slash
   */
  static boolean mayHold(String folder, TimeRange times) {
    Matcher parts = DATED.matcher(folder);
    if (times.isAll() || !parts.matches()) {
      return true;
    }
    try {
      LocalDateTime first =
          LocalDateTime.of(
              number(parts, "year", 0),
              number(parts, "month", 1),
              number(parts, "day", 1),
              number(parts, "hour", 0),
              0);
      Instant begin = first.toInstant(ZoneOffset.UTC);
      return times.overlaps(begin, first.plus(1, unit(parts)).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      // Digits that are no date.
      return true;
    }
  }

  private static int number(Matcher parts, String name, int otherwise) {
    String digits = parts.group(name);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static ChronoUnit unit(Matcher parts) {
    if (parts.group("hour") != null) {
      return ChronoUnit.HOURS;
    }
    if (parts.group("day") != null) {
      return ChronoUnit.DAYS;
    }
    return parts.group("month") == null ? ChronoUnit.YEARS : ChronoUnit.MONTHS;
  }
}
