package dev.weir.decode;

import java.util.Arrays;

/**
 * The characters of one value, without the blanks around it: a window on a decoder's buffer, moved
 * from value to value so that a field costs no object.
 */
final class FieldText implements CharSequence {
  private static final int MAX_QUOTED = 60;
  private static final char REPLACEMENT = '\uFFFD';

  private char[] buffer = {};
  private int from;
  private int to;
  private boolean trimmed;

  /** Moves the window; the buffer is not copied. */
  FieldText wrap(char[] chars, int offset, int length) {
    if (buffer != chars) {
      // A collector's barrier costs more than the question.
      buffer = chars;
    }
    int first = offset;
    int end = offset + length;
    while (first < end && isBlank(chars[first])) {
      first++;
    }
    while (first < end && isBlank(chars[end - 1])) {
      end--;
    }
    from = first;
    to = end;
    trimmed = end - first != length;
    return this;
  }

  /** A window on a text of its own. */
  static FieldText of(String text) {
    return new FieldText().wrap(text.toCharArray(), 0, text.length());
  }

  /** Whether the log says that it has no value here: nothing, or a hyphen. */
  boolean isAbsent() {
    return from == to || (to - from == 1 && buffer[from] == '-');
  }

  /** Whether there were blanks around the value. */
  boolean isTrimmed() {
    return trimmed;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return buffer[from + index];
  }

  @Override
  public FieldText subSequence(int start, int end) {
    return new FieldText().wrap(buffer, from + start, end - start);
  }

  /** Whether the value is exactly this text. */
  boolean is(String text) {
    int length = to - from;
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value is these characters. */
  boolean is(char[] characters) {
    return Arrays.equals(characters, 0, characters.length, buffer, from, to);
  }

  /** The same for equal values. */
  int hash() {
    int hash = 0;
    int i = from;
    // Four at a time, since each step has to wait for the one before.
    for (; i + 3 < to; i += 4) {
      hash =
          923_521 * hash
              + (29_791 * buffer[i] + 961 * buffer[i + 1])
              + (31 * buffer[i + 2] + buffer[i + 3]);
    }
    for (; i < to; i++) {
      hash = 31 * hash + buffer[i];
    }
    return hash;
  }

  char[] toChars() {
    return Arrays.copyOfRange(buffer, from, to);
  }

  /** Whether the value is this text but for the case of its letters A to Z. */
  boolean isInAnyCase(String text) {
    int length = to - from;
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(text.charAt(i)) != lower(buffer[from + i])) {
        return false;
      }
    }
    return true;
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  /**
   * The value as text that can be written as UTF-8: a surrogate without its other half, which JSON
   * can smuggle in by an escape, becomes the replacement character.
   */
  String text() {
    for (int i = from; i < to; i++) {
      if (Character.isSurrogate(buffer[i])) {
        return wellFormed(toString(), false);
      }
    }
    return toString();
  }

  /** The value for a message to a person: in quotes, cut, without control characters. */
  String quoted() {
    return "'" + shown(MAX_QUOTED) + "'";
  }

  /** The value cut to so many characters, such that it can be printed and written as UTF-8. */
  String shown(int max) {
    boolean cut = length() > max;
    String kept = new String(buffer, from, cut ? max : length());
    return wellFormed(kept, true) + (cut ? "…" : "");
  }

  private static String wellFormed(String text, boolean printable) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isUnfit(c, printable) ? REPLACEMENT : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean isUnfit(int codePoint, boolean printable) {
    return Character.getType(codePoint) == Character.SURROGATE
        || (printable && Character.isISOControl(codePoint));
  }

  @Override
  public String toString() {
    return new String(buffer, from, to - from);
  }

  static boolean isBlank(int c) {
    return c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r'));
  }
}
