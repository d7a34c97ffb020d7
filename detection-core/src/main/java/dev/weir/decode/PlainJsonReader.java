package dev.weir.decode;

/**
 * Reads JSON as programs write it, and nothing else: one pass over characters, no tokens, no texts.
 * It never says that a message is wrong. Whatever it does not know well, it refuses, and the
 * message is read again from its start by {@link LibraryJsonReader}, whose word is the last.
 *
 * <p>What it takes means to the library exactly the same, by JSON's own grammar, and the values go
 * to the same {@link FieldValues} in the same order, so that no rule of a field is written twice.
 * It takes an object of
 *
 * <ul>
 *   <li>ASCII only: no other encoding is possible then;
 *   <li>names and texts without backslashes and control characters: they are their characters;
 *   <li>numbers of digits, perhaps with a point and more digits, and no needless zero before them:
 *       their text is the value, and signs and exponents are rare;
 *   <li>{@code true}, {@code false}, {@code null};
 *   <li>arrays of texts where a field takes several;
 *   <li>objects where the plan has names in them;
 *   <li>and any of these where nobody asks for the value, nested a few levels deep.
 * </ul>
 *
 * <p>Each method takes where something begins and says what comes behind it, or {@link #REFUSED}.
 * The NUL behind the characters is no part of anything, so that no method asks for the end.
 */
final class PlainJsonReader {
  private static final int REFUSED = -1;

  /** The library allows more; a flow record's unknown parts are flatter. */
  private static final int MAX_DEPTH = 8;

  private static final FieldNames UNKNOWN = FieldNames.NONE;

  /** Whether a character of ASCII stands for itself within a text. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = ' '; c < PLAIN.length; c++) {
      PLAIN[c] = c != '"' && c != '\\';
    }
  }

  private final FieldNames root;
  private final FieldValues values;
  private final Characters characters = new Characters();
  private final FieldText text = new FieldText();
  private final NameOrder order = new NameOrder();

  /** Puts what it finds under the names into {@code values}. */
  PlainJsonReader(FieldNames root, FieldValues values) {
    this.root = root;
    this.values = values;
  }

  /** Reads a message; false where it is not plain, and what the values hold is of no use. */
  boolean read(byte[] message, int offset, int length) {
    values.clear();
    order.begin();
    if (!characters.readAscii(message, offset, length)) {
      return false;
    }
    char[] json = characters.buffer();
    int start = blanks(json, 0);
    if (json[start] != '{') {
      return false;
    }
    int end = object(json, start + 1, root, 0);
    return end != REFUSED && blanks(json, end) == length;
  }

  private int object(char[] json, int from, FieldNames names, int depth) {
    int i = blanks(json, from);
    if (json[i] == '}') {
      return i + 1;
    }
    while (true) {
      i = member(json, i, names, depth);
      if (i == REFUSED) {
        return REFUSED;
      }
      i = blanks(json, i);
      if (json[i] != ',') {
        return json[i] == '}' ? i + 1 : REFUSED;
      }
      i = blanks(json, i + 1);
    }
  }

  private int member(char[] json, int from, FieldNames names, int depth) {
    if (json[from] != '"') {
      return REFUSED;
    }
    FieldNames name = order.expected(json, from + 1, names);
    int end = from + 1;
    if (name != null) {
      end += name.characters().length;
    } else {
      end = endOfText(json, end);
      if (end == REFUSED) {
        return REFUSED;
      }
      name = names.get(json, from + 1, end);
      order.note(names, name);
    }
    int colon = blanks(json, end + 1);
    return json[colon] == ':' ? value(json, blanks(json, colon + 1), name, depth) : REFUSED;
  }

  private int value(char[] json, int from, FieldNames names, int depth) {
    return switch (json[from]) {
      case '"' -> text(json, from + 1, names);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(json, from, names);
      case 'n' -> nothing(json, from, names);
      case 't' -> word(json, from, "true", names);
      case 'f' -> word(json, from, "false", names);
      case '{' -> nested(json, from + 1, names, depth + 1);
      case '[' -> array(json, from + 1, names, depth + 1);
      default -> REFUSED;
    };
  }

  private int text(char[] json, int from, FieldNames names) {
    int end = endOfText(json, from);
    if (end == REFUSED) {
      return REFUSED;
    }
    set(names, json, from, end);
    return end + 1;
  }

  private int number(char[] json, int from, FieldNames names) {
    int i = digits(json, from);
    if (json[from] == '0' && i > from + 1) {
      return REFUSED;
    }
    if (json[i] == '.') {
      int point = i;
      i = digits(json, point + 1);
      if (i == point + 1) {
        return REFUSED;
      }
    }
    set(names, json, from, i);
    return i;
  }

  private int nothing(char[] json, int from, FieldNames names) {
    int end = match(json, from, "null");
    if (end != REFUSED) {
      values.forget(names.slots());
    }
    return end;
  }

  private int word(char[] json, int from, String word, FieldNames names) {
    int end = match(json, from, word);
    if (end != REFUSED) {
      set(names, json, from, end);
    }
    return end;
  }

  /** An object is a fault of a field, but for those that may lie in it. */
  private int nested(char[] json, int from, FieldNames names, int depth) {
    boolean fault = !names.hasNested() && names.slots().length > 0;
    return fault || depth > MAX_DEPTH ? REFUSED : object(json, from, names, depth);
  }

  private int array(char[] json, int from, FieldNames names, int depth) {
    if (depth > MAX_DEPTH || !takeSeveral(names.slots())) {
      return REFUSED;
    }
    values.forget(names.slots());
    int i = blanks(json, from);
    if (json[i] == ']') {
      return i + 1;
    }
    while (true) {
      i = item(json, i, names, depth);
      if (i == REFUSED) {
        return REFUSED;
      }
      i = blanks(json, i);
      if (json[i] != ',') {
        return json[i] == ']' ? i + 1 : REFUSED;
      }
      i = blanks(json, i + 1);
    }
  }

  private int item(char[] json, int from, FieldNames names, int depth) {
    if (names.slots().length == 0) {
      return value(json, from, UNKNOWN, depth);
    }
    int end = json[from] == '"' ? endOfText(json, from + 1) : REFUSED;
    if (end == REFUSED) {
      return REFUSED;
    }
    values.add(names.slots(), text.wrap(json, from + 1, end - from - 1));
    return end + 1;
  }

  private static boolean takeSeveral(Slot[] slots) {
    for (Slot slot : slots) {
      if (!slot.field().kind().takesSeveral()) {
        return false;
      }
    }
    return true;
  }

  private void set(FieldNames names, char[] json, int from, int to) {
    Slot[] slots = names.slots();
    if (slots.length > 0) {
      values.set(slots, text.wrap(json, from, to - from));
    }
  }

  /** Where the closing quote is. */
  private static int endOfText(char[] json, int from) {
    int i = from;
    while (PLAIN[json[i]]) {
      i++;
    }
    return json[i] == '"' ? i : REFUSED;
  }

  private static int digits(char[] json, int from) {
    int i = from;
    while (json[i] >= '0' && json[i] <= '9') {
      i++;
    }
    return i;
  }

  private static int match(char[] json, int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (json[from + i] != word.charAt(i)) {
        return REFUSED;
      }
    }
    return from + word.length();
  }

  /** The first character from there that is not one of JSON's blanks. */
  private static int blanks(char[] json, int from) {
    int i = from;
    while (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t') {
      i++;
    }
    return i;
  }
}
