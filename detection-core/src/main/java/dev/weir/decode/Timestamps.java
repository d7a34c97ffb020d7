package dev.weir.decode;

/**
 * Reads the times that logs write, to epoch milliseconds, without exceptions or objects: they are
 * read several times a record.
 */
final class Timestamps {
  /** Not a time. */
  static final long NONE = -1;

  /** 2286-11-20T17:46:39.999Z: until then epoch seconds have at most ten digits. */
  private static final long MAX_MILLIS = 9_999_999_999_999L;

  private static final int SECONDS_DIGITS = 10;
  private static final int MILLIS_DIGITS = 13;
  private static final int SHORTEST_ISO = "2024-04-25T23:00Z".length();

  private Timestamps() {}

  /**
   * ISO-8601 with an offset or Z (T may be a blank, fractions finer than a millisecond are cut),
   * ten digits of epoch seconds or thirteen of epoch milliseconds; otherwise {@link #NONE}.
   */
  static long parse(CharSequence text) {
    long number = Digits.parse(text);
    if (number == Digits.NONE) {
      return iso(text);
    }
    return switch (text.length()) {
      case SECONDS_DIGITS -> number * 1000;
      case MILLIS_DIGITS -> number;
      default -> NONE;
    };
  }

  /** Epoch seconds of at most ten digits, so that milliseconds are not taken for them. */
  static long epochSeconds(CharSequence text) {
    long seconds = Digits.parse(text);
    return text.length() > SECONDS_DIGITS || seconds == Digits.NONE ? NONE : seconds * 1000;
  }

  /** Epoch milliseconds of at most thirteen digits. */
  static long epochMillis(CharSequence text) {
    long millis = Digits.parse(text);
    return text.length() > MILLIS_DIGITS || millis == Digits.NONE ? NONE : millis;
  }

  /**
   * Epoch seconds without their decimal point: ten digits of seconds, then those of a fraction, of
   * which zeros at the end are left out.
   */
  static long epochDigits(CharSequence text) {
    long value = text.length() < SECONDS_DIGITS ? NONE : Digits.parse(text);
    for (int digits = text.length(); value >= 0 && digits > MILLIS_DIGITS; digits--) {
      value /= 10;
    }
    for (int digits = text.length(); value >= 0 && digits < MILLIS_DIGITS; digits++) {
      value *= 10;
    }
    return value;
  }

  /** ISO-8601 with an offset or Z only. */
  static long iso(CharSequence text) {
    if (text.length() < SHORTEST_ISO || !hasSeparators(text)) {
      return NONE;
    }
    int day = epochDay(text);
    int hour = Digits.two(text, 11);
    int minute = Digits.two(text, 14);
    boolean hasSeconds = text.charAt(16) == ':';
    int second = hasSeconds ? Digits.two(text, 17) : 0;
    if (day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return NONE;
    }
    if (second < 0 || second > 59) {
      return NONE;
    }
    long local = ((day * 24L + hour) * 60 + minute) * 60 + second;
    return hasSeconds ? fractionAndOffset(text, 19, local) : atOffset(text, 16, local * 1000);
  }

  private static boolean hasSeparators(CharSequence text) {
    char between = text.charAt(10);
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (between == 'T' || between == 't' || between == ' ')
        && text.charAt(13) == ':';
  }

  /** Days since 1970-01-01, by counting years from March so that leap days come last; or -1. */
  private static int epochDay(CharSequence text) {
    int century = Digits.two(text, 0);
    int inCentury = Digits.two(text, 2);
    int year = century * 100 + inCentury;
    int month = Digits.two(text, 5);
    int day = Digits.two(text, 8);
    if (century < 0 || inCentury < 0 || year < 1970 || month < 1 || month > 12) {
      return -1;
    }
    if (day < 1 || day > daysOf(month, year)) {
      return -1;
    }
    int marchYear = month > 2 ? year : year - 1;
    int marchMonth = month > 2 ? month - 3 : month + 9;
    int leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400;
    return marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - 719_468;
  }

  private static int daysOf(int month, int year) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static long fractionAndOffset(CharSequence text, int index, long localSeconds) {
    int i = index;
    long millis = localSeconds * 1000;
    if (i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ',')) {
      int first = ++i;
      for (int unit = 100; i < text.length() && isDigit(text.charAt(i)); i++, unit /= 10) {
        millis += (text.charAt(i) - '0') * (long) unit;
      }
      if (i == first) {
        return NONE;
      }
    }
    return atOffset(text, i, millis);
  }

  private static long atOffset(CharSequence text, int index, long localMillis) {
    int minutes = offsetMinutes(text, index);
    long millis = localMillis - minutes * 60_000L;
    return minutes == Integer.MIN_VALUE || millis < 0 || millis > MAX_MILLIS ? NONE : millis;
  }

  /** Minutes that the clock is ahead of UTC, or MIN_VALUE where the rest is no offset. */
  private static int offsetMinutes(CharSequence text, int index) {
    int rest = text.length() - index;
    char sign = rest > 0 ? text.charAt(index) : 0;
    if (rest == 1) {
      return sign == 'Z' || sign == 'z' ? 0 : Integer.MIN_VALUE;
    }
    boolean colon = rest == 6 && text.charAt(index + 3) == ':';
    if ((sign != '+' && sign != '-') || !(colon || rest == 5 || rest == 3)) {
      return Integer.MIN_VALUE;
    }
    int hours = Digits.two(text, index + 1);
    int minutes = rest == 3 ? 0 : Digits.two(text, index + (colon ? 4 : 3));
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
