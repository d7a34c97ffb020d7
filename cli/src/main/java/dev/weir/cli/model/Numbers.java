package dev.weir.cli.model;

import java.util.Locale;

/** Raw values as people read them. */
final class Numbers {

  private Numbers() {}

  /** Whole from a thousand on, else to four digits; a dash for what is not known. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 1000;
    return whole
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
