package dev.weir.flow;

/** Cuts texts that come from outside, so that what is made of them stays small. */
final class BoundedText {

  private BoundedText() {}

  /** The first so many characters, one less where the last would be half a surrogate pair. */
  static String head(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splits =
        Character.isHighSurrogate(text.charAt(max - 1))
            && Character.isLowSurrogate(text.charAt(max));
    return text.substring(0, splits ? max - 1 : max);
  }

  /** The last so many characters, one less where the first would be half a surrogate pair. */
  static String tail(String text, int max) {
    int from = text.length() - max;
    if (from <= 0) {
      return text;
    }
    boolean splits =
        Character.isHighSurrogate(text.charAt(from - 1))
            && Character.isLowSurrogate(text.charAt(from));
    return text.substring(splits ? from + 1 : from);
  }
}
