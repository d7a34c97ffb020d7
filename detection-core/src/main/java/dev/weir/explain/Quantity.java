package dev.weir.explain;

import java.util.Locale;

/** Numbers with their units, as people write them. */
public final class Quantity {

  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final double MILLION = 1e6;

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private Quantity() {}

  /** Bytes, in the largest unit that leaves a whole one: 2.50 MB. */
  public static String bytes(double value) {
    double rest = value;
    int unit = 0;
    while (rest >= 999.5 && unit < BYTE_UNITS.length - 1) {
      rest /= 1000;
      unit++;
    }
    return number(rest) + " " + BYTE_UNITS[unit];
  }

  /** Bytes a second: 1.50 kB/s. */
  public static String rate(double bytesPerSecond) {
    return bytes(bytesPerSecond) + "/s";
  }

  /** A length of time in seconds, minutes, hours or days, from two of them on: 90 s, 5 min. */
  public static String seconds(double value) {
    if (value >= 2 * DAY) {
      return number(value / DAY) + " d";
    }
    if (value >= 2 * HOUR) {
      return number(value / HOUR) + " h";
    }
    return value >= 2 * MINUTE ? number(value / MINUTE) + " min" : number(value) + " s";
  }

  /** A length of time in milliseconds, as {@link #seconds}. */
  public static String time(long millis) {
    return seconds(millis / 1000.0);
  }

  /** A share from 0 to 1 in percent. */
  public static String share(double value) {
    // A hundredfold double may miss the whole number by a hair.
    return number(Math.rint(1e6 * value) / 1e4) + " %";
  }

  /** A factor, which needs no more than two digits and, beyond a million, none. */
  public static String times(double factor) {
    if (factor > MILLION) {
      return "over 1,000,000 times";
    }
    return rough(factor) + " times";
  }

  /** With two digits. */
  public static String rough(double value) {
    if (Math.abs(value) < 0.95) {
      return number(value);
    }
    double rounded = Math.abs(value) >= 10 ? Math.rint(value) : Math.rint(10 * value) / 10;
    return rounded == Math.rint(rounded)
        ? number(rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  /** Three digits of a fraction, all of a whole number: 0.25, 12.5, 3,412. */
  public static String number(double value) {
    if (value == Math.rint(value) || Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}
