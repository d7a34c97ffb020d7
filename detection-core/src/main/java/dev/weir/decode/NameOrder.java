package dev.weir.decode;

import java.util.Arrays;

/**
 * The order of names in the messages before. A program writes all of its messages in one order, so
 * that a name is most often the one that stood there last, which is a comparison and no search.
 */
final class NameOrder {
  private static final int LONGEST = 128;

  /** The objects that the names stood in, since one name may mean two things in two of them. */
  private final FieldNames[] objects = new FieldNames[LONGEST];

  private final FieldNames[] names = new FieldNames[LONGEST];
  private int next;

  /** Another message begins. */
  void begin() {
    next = 0;
  }

  /** What the name means that begins there, if it is the one to be expected; else null. */
  FieldNames expected(char[] json, int from, FieldNames object) {
    FieldNames name = next < LONGEST && objects[next] == object ? names[next] : null;
    if (name == null) {
      return null;
    }
    char[] characters = name.characters();
    int end = from + characters.length;
    boolean same =
        end < json.length
            && json[end] == '"'
            && Arrays.equals(json, from, end, characters, 0, characters.length);
    if (!same) {
      return null;
    }
    next++;
    return name;
  }

  /** Takes note of a name that stood there instead; those that lead nowhere are passed over. */
  void note(FieldNames object, FieldNames name) {
    if (name != FieldNames.NONE && next < LONGEST) {
      objects[next] = object;
      names[next] = name;
      next++;
    }
  }
}
