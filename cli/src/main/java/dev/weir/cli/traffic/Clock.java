package dev.weir.cli.traffic;

/** Epoch milliseconds as the organisation's calendar, which keeps UTC. */
final class Clock {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static final int MONDAY = 0;
  private static final int SATURDAY = 5;

  /** The first of January 1970 was a Thursday. */
  private static final int EPOCH_WEEKDAY = 3;

  private Clock() {}

  static long day(long millis) {
    return Math.floorDiv(millis, DAY);
  }

  static int minuteOfDay(long millis) {
    return (int) (Math.floorMod(millis, DAY) / MINUTE);
  }

  /** 0 is Monday. */
  static int weekday(long millis) {
    return (int) Math.floorMod(day(millis) + EPOCH_WEEKDAY, 7L) + MONDAY;
  }

  static boolean weekend(long millis) {
    return weekday(millis) >= SATURDAY;
  }
}
