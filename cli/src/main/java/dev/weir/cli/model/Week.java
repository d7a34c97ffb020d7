package dev.weir.cli.model;

import dev.weir.model.HoursOfWeek;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Hours of the week as people read them. */
final class Week {

  private static final int DAY = 24;

  private Week() {}

  /** How many hours of each day there are. */
  static String text(HoursOfWeek hours) {
    String held = hours.text();
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                    + ' '
                    + held.substring(DAY * day.ordinal(), DAY * (day.ordinal() + 1))
                        .replace("0", "")
                        .length())
        .collect(Collectors.joining(", "));
  }
}
