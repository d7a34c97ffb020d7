package dev.weir.alert;

import java.util.Locale;

/** Numbers with their units, as people write them. */
final class Quantity {

  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final double MILLION = 1e6;

  private Quantity() {}

  static String bytes(double value) {
    double rest = value;
    int unit = 0;
    while (rest >= 999.5 && unit < BYTE_UNITS.length - 1) {
      rest /= 1000;
      unit++;
    }
    return number(rest) + " " + BYTE_UNITS[unit];
  }

  static String rate(double bytesPerSecond) {
    return bytes(bytesPerSecond) + "/s";
  }

  static String seconds(double value) {
    return number(value) + " s";
  }

  static String share(double value) {
    return number(100 * value) + " %";
  }

  /** A factor, which needs no more than two digits and, beyond a million, none. */
  static String times(double factor) {
    if (factor > MILLION) {
      return "over 1,000,000 times";
    }
    return rough(factor) + " times";
  }

  /** With two digits. */
  static String rough(double value) {
    if (Math.abs(value) < 0.95) {
      return number(value);
    }
    double rounded = Math.abs(value) >= 10 ? Math.rint(value) : Math.rint(10 * value) / 10;
    return rounded == Math.rint(rounded)
        ? number(rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  static String number(double value) {
    if (value == Math.rint(value) || Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}
