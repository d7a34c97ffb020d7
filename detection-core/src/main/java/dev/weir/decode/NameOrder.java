package dev.weir.decode;

import java.util.Arrays;

/**
 * The order of names in messages. A program writes all of its messages in one order, so that a name
 * is most often the one that followed in a message before, or the one after that where a field is
 * left out: a comparison, and no search. One message's order is kept until another's fits it badly.
 */
final class NameOrder {
  private static final int LONGEST = 128;

  /** More names that were not expected are another order, and not fields that come and go. */
  private static final int MOST_MISSES = 4;

  /** The objects that the names stood in, since one name may mean two things in two of them. */
  private final FieldNames[] objects = new FieldNames[LONGEST];

  private final FieldNames[] names = new FieldNames[LONGEST];
  private int size;
  private int next;
  private int misses;
  private boolean learning;

  /** Another message begins. */
  void begin() {
    if (misses > MOST_MISSES) {
      size = 0;
    }
    learning = size == 0;
    next = 0;
    misses = 0;
  }

  /** What the name means that begins there, if it is one to be expected; else null. */
  FieldNames expected(char[] json, int from, FieldNames object) {
    for (int i = next; i < Math.min(next + 2, size); i++) {
      if (objects[i] == object && begins(json, from, names[i].characters())) {
        next = i + 1;
        return names[i];
      }
    }
    return null;
  }

  private static boolean begins(char[] json, int from, char[] name) {
    int end = from + name.length;
    return end < json.length
        && json[end] == '"'
        && Arrays.equals(json, from, end, name, 0, name.length);
  }

  /** Takes note of a name that was not expected; those that lead nowhere are passed over. */
  void note(FieldNames object, FieldNames name) {
    if (name == FieldNames.NONE) {
      return;
    }
    misses++;
    if (learning && size < LONGEST) {
      objects[size] = object;
      names[size] = name;
      size++;
      next = size;
      misses = 0;
    }
  }
}
