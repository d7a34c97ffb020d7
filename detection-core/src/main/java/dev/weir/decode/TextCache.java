package dev.weir.decode;

import java.util.function.Function;

/**
 * What recurring values mean, so that an address or an account that thousands of records share is
 * one object. Bounded: a value takes the place of another that falls on the same slot.
 */
final class TextCache {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 64;

  private final Function<FieldText, String> meaning;
  private final String[] written = new String[SLOTS];
  private final String[] meant = new String[SLOTS];

  /**
   * Empty.
   *
   * @param meaning the same for the same text; null for a text without one
   */
  TextCache(Function<FieldText, String> meaning) {
    this.meaning = meaning;
  }

  /** What the value means, or null. */
  String get(FieldText value) {
    int slot = slot(value);
    if (written[slot] != null && value.is(written[slot])) {
      return meant[slot];
    }
    String meaningOfValue = meaning.apply(value);
    if (meaningOfValue != null && value.length() <= LONGEST) {
      meant[slot] = meaningOfValue;
      written[slot] = value.is(meaningOfValue) ? meaningOfValue : value.toString();
    }
    return meaningOfValue;
  }

  private static int slot(FieldText value) {
    int hash = 0;
    for (int i = 0; i < value.length(); i++) {
      hash = 31 * hash + value.charAt(i);
    }
    return (hash ^ hash >>> 12 ^ hash >>> 20) & (SLOTS - 1);
  }
}
