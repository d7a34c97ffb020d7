package dev.weir.decode;

/** Reads whole numbers as logs must write them: the digits 0 to 9 and nothing else. */
final class Digits {
  /** Not a number, negative, or beyond int64. */
  static final long NONE = -1;

  /** So many digits are never too many. */
  private static final int SAFE = 18;

  private static final long TENTH = Long.MAX_VALUE / 10;
  private static final long LAST = Long.MAX_VALUE % 10;

  private Digits() {}

  /** The number, or {@link #NONE}. */
  static long parse(CharSequence text) {
    int length = text.length();
    long value = length == 0 ? NONE : 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || (i >= SAFE && isFull(value, digit))) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean isFull(long value, int next) {
    return value > TENTH || (value == TENTH && next > LAST);
  }

  /** Whether a text is nothing but digits 0 to 9, however many. */
  static boolean isAll(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > 0;
  }

  /** Two digits from {@code index}, or {@link #NONE}; also beyond the text's end. */
  static int two(CharSequence text, int index) {
    if (index + 2 > text.length()) {
      return (int) NONE;
    }
    int tens = text.charAt(index) - '0';
    int ones = text.charAt(index + 1) - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits ? tens * 10 + ones : (int) NONE;
  }
}
