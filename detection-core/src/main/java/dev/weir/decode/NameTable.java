package dev.weir.decode;

import java.util.Arrays;
import java.util.Map;

/** Finds what a name means by the name's characters, without making a text of them. */
final class NameTable<T> {
  /** Room enough that two names rarely meet. */
  private static final int SLOTS_A_NAME = 4;

  private final char[][] names;
  private final T[] meanings;

  @SuppressWarnings("unchecked") // The array never leaves this class.
  NameTable(Map<String, T> meaningOf) {
    int slots = Integer.highestOneBit(Math.max(1, meaningOf.size()) * SLOTS_A_NAME) << 1;
    names = new char[slots][];
    meanings = (T[]) new Object[slots];
    meaningOf.forEach(
        (name, meaning) -> {
          int slot = free(name.toCharArray());
          names[slot] = name.toCharArray();
          meanings[slot] = meaning;
        });
  }

  private int free(char[] name) {
    int slot = slot(name, 0, name.length);
    while (names[slot] != null) {
      slot = (slot + 1) & (names.length - 1);
    }
    return slot;
  }

  /** What the name from {@code from} to before {@code to} means, or null. */
  T get(char[] text, int from, int to) {
    for (int slot = slot(text, from, to); ; slot = (slot + 1) & (names.length - 1)) {
      char[] name = names[slot];
      if (name == null || Arrays.equals(name, 0, name.length, text, from, to)) {
        return meanings[slot];
      }
    }
  }

  /** Of its length and some of its characters: those of one log's names seldom share all. */
  private int slot(char[] text, int from, int to) {
    int hash = to - from;
    if (hash > 0) {
      hash = 31 * (31 * (31 * hash + text[from]) + text[(from + to) >>> 1]) + text[to - 1];
    }
    return ((hash * 0x9E3779B1) >>> 7) & (names.length - 1);
  }
}
