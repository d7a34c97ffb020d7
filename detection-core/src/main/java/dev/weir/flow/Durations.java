package dev.weir.flow;

import java.time.Duration;

/** Durations as people write them on command lines and in properties: 500ms, 60s, 10m, 1h, 7d. */
public final class Durations {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /**
   * Reads a whole number with one of the units ms, s, m, h, d; a bare 0 needs none.
   *
   * @throws UserException if the text is anything else, or too long for milliseconds in a long
   */
  public static Duration parse(String text) {
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0) {
      throw notADuration(text);
    }
    try {
      long number = Long.parseLong(text, 0, digits, 10);
      return Duration.ofMillis(Math.multiplyExact(number, unit(text, digits, number)));
    } catch (NumberFormatException | ArithmeticException e) {
      throw notADuration(text);
    }
  }

  /** Writes a duration in the largest unit that needs no fraction, so that parse reads it back. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    if (millis == 0) {
      return "0s";
    }
    if (millis % DAY == 0) {
      return millis / DAY + "d";
    }
    if (millis % HOUR == 0) {
      return millis / HOUR + "h";
    }
    if (millis % MINUTE == 0) {
      return millis / MINUTE + "m";
    }
    return millis % SECOND == 0 ? millis / SECOND + "s" : millis + "ms";
  }

  private static long unit(String text, int from, long number) {
    return switch (text.substring(from)) {
      case "ms" -> 1;
      case "s" -> SECOND;
      case "m" -> MINUTE;
      case "h" -> HOUR;
      case "d" -> DAY;
      default -> {
        if (number == 0 && from == text.length()) {
          yield 1;
        }
        throw notADuration(text);
      }
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static UserException notADuration(String text) {
    return new UserException("'" + text + "' is not a duration; write 500ms, 60s, 10m, 1h or 7d");
  }
}
