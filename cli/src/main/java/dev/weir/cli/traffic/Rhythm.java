package dev.weir.cli.traffic;

import java.util.List;

/** How the public's interest in the web site rises and falls over the day and the week. */
final class Rhythm {
  private static final double WEEKEND = 0.7;

  /** Share of the busiest hour, by the hour of the day where the visitor lives. */
  private static final List<Double> BY_HOUR =
      List.of(
          0.22, 0.14, 0.10, 0.08, 0.08, 0.12, 0.22, 0.40, 0.60, 0.78, 0.88, 0.92, 0.90, 0.88, 0.90,
          0.92, 0.90, 0.86, 0.88, 0.96, 1.00, 0.90, 0.66, 0.40);

  /** Hours from here to where visitors live, and their share. */
  private record Zone(int hours, double share) {}

  private static final List<Zone> ZONES =
      List.of(new Zone(1, 0.7), new Zone(-6, 0.2), new Zone(8, 0.1));

  private Rhythm() {}

  /** The share of the busiest time's visits, from 0 to 1. */
  static double visits(long millis) {
    double sum = 0;
    for (Zone zone : ZONES) {
      sum += zone.share() * local(millis + zone.hours() * Clock.HOUR);
    }
    return Clock.weekend(millis) ? sum * WEEKEND : sum;
  }

  private static double local(long millis) {
    int minute = Clock.minuteOfDay(millis);
    double from = BY_HOUR.get(minute / 60);
    double to = BY_HOUR.get((minute / 60 + 1) % 24);
    return from + (to - from) * (minute % 60) / 60.0;
  }
}
