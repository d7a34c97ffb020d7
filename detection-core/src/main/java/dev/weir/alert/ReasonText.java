package dev.weir.alert;

import dev.weir.feature.Feature;
import dev.weir.model.Quantiles;
import java.util.Locale;

/** Says in a sentence that a tired person understands how a value differs from what is normal. */
final class ReasonText {

  private ReasonText() {}

  static String of(Feature feature, double value, Quantiles normal) {
    String bound =
        value >= normal.median()
            ? "99 % stay at " + quantity(feature, normal.p99()) + " or below"
            : "99 % reach " + quantity(feature, normal.at(0.01)) + " or more";
    return quantity(feature, value)
        + " "
        + feature.title()
        + "; normal here: "
        + quantity(feature, normal.median())
        + ", "
        + bound;
  }

  private static String quantity(Feature feature, double value) {
    return switch (feature.unit()) {
      case BYTES -> bytes(value);
      case BYTES_PER_SECOND -> bytes(value) + "/s";
      case SECONDS -> number(value) + " s";
      case SHARE -> number(100 * value) + " %";
      case COUNT, PLAIN -> number(value);
    };
  }

  private static String bytes(double value) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    double rest = value;
    int unit = 0;
    while (rest >= 999.5 && unit < units.length - 1) {
      rest /= 1000;
      unit++;
    }
    return number(rest) + " " + units[unit];
  }

  private static String number(double value) {
    if (value == Math.rint(value) || Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}
