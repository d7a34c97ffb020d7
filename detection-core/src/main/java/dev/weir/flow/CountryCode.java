package dev.weir.flow;

import java.util.Locale;

/** Countries as ISO 3166 names them: two letters, so that there are no more than 676 of them. */
final class CountryCode {

  private static final int LENGTH = 2;

  private CountryCode() {}

  /** The code in upper case; empty for any other text, since a country is never needed. */
  static String of(String text) {
    if (text.length() != LENGTH) {
      return "";
    }
    char first = text.charAt(0);
    char second = text.charAt(1);
    if (isUpper(first) && isUpper(second)) {
      return text;
    }
    return isLetter(first) && isLetter(second) ? text.toUpperCase(Locale.ROOT) : "";
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }
}
