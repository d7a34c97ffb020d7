package dev.weir.decode;

/** Reads seconds with a decimal point, by their digits, so that no rounding moves a time. */
final class Seconds {
  /** Not a number of seconds. */
  static final long NONE = -1;

  private static final int MAX_WHOLE_DIGITS = 10;

  private Seconds() {}

  /**
   * Milliseconds of at most ten digits of seconds, with or without a point and more digits; what is
   * finer is cut. Otherwise {@link #NONE}.
   */
  static long millis(CharSequence text) {
    int point = 0;
    long value = 0;
    while (point < text.length() && isDigit(text.charAt(point)) && point < MAX_WHOLE_DIGITS) {
      value = value * 10 + text.charAt(point++) - '0';
    }
    int end = text.length();
    if (point == 0 || (point < end && (text.charAt(point) != '.' || point + 1 == end))) {
      return NONE;
    }
    value *= 1000;
    for (int i = point + 1, unit = 100; i < end; i++, unit /= 10) {
      if (!isDigit(text.charAt(i))) {
        return NONE;
      }
      value += (text.charAt(i) - '0') * (long) unit;
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
