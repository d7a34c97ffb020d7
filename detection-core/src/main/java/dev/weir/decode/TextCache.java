package dev.weir.decode;

import java.util.function.Function;

/**
 * What recurring values mean, so that an account or a word that thousands of records share is read
 * once and is one object. Bounded: a value takes the place of another that falls on the same slot.
 */
final class TextCache<T> {
  private static final int LONGEST = 64;

  private final Function<FieldText, T> meaning;
  private final char[][] written;
  private final T[] meant;

  /**
   * Empty.
   *
   * @param slots a power of two
   * @param meaning the same for the same text; null for a text without one
   */
  @SuppressWarnings("unchecked") // The array never leaves this class.
  TextCache(int slots, Function<FieldText, T> meaning) {
    this.meaning = meaning;
    written = new char[slots][];
    meant = (T[]) new Object[slots];
  }

  /** What the value means, or null. */
  T get(FieldText value) {
    int slot = slot(value);
    if (written[slot] != null && value.is(written[slot])) {
      return meant[slot];
    }
    T meaningOfValue = meaning.apply(value);
    if (meaningOfValue != null && value.length() <= LONGEST) {
      meant[slot] = meaningOfValue;
      written[slot] = value.toChars();
    }
    return meaningOfValue;
  }

  private int slot(FieldText value) {
    int hash = value.hash();
    return (hash ^ hash >>> 12 ^ hash >>> 20) & (written.length - 1);
  }
}
