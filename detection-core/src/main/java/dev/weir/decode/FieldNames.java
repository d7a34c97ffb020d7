package dev.weir.decode;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that a JSON object may use for fields: each whole, and where it has dots, also as
 * nested objects.
 */
final class FieldNames {
  /** No field, and none in it. */
  static final FieldNames NONE = new FieldNames("").indexed();

  private final Map<String, FieldNames> names = new HashMap<>();
  private NameTable<FieldNames> byCharacters;
  private Slot[] slots = {};

  private final char[] characters;

  private FieldNames(String name) {
    characters = name.toCharArray();
  }

  /** The names of a plan. */
  static FieldNames of(FieldPlan plan) {
    FieldNames root = new FieldNames("");
    for (String id : plan.names().keySet()) {
      Slot[] slots = plan.slots(id);
      root.name(id).slots = slots;
      FieldNames node = root;
      String rest = id;
      for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
        node = node.name(rest.substring(0, dot));
        rest = rest.substring(dot + 1);
      }
      node.name(rest).slots = slots;
    }
    return root.indexed();
  }

  private FieldNames indexed() {
    names.values().forEach(FieldNames::indexed);
    byCharacters = new NameTable<>(names);
    return this;
  }

  private FieldNames name(String name) {
    return names.computeIfAbsent(name, unused -> new FieldNames(name));
  }

  /** What a name means in this object, or null. */
  FieldNames get(String name) {
    return names.get(name);
  }

  /** What the name from {@code from} to before {@code to} means in this object, or NONE. */
  FieldNames get(char[] text, int from, int to) {
    FieldNames found = byCharacters.get(text, from, to);
    return found == null ? NONE : found;
  }

  /** The name itself. */
  char[] characters() {
    return characters;
  }

  /** Where the value goes: nowhere, where it can only be an object with fields. */
  Slot[] slots() {
    return slots;
  }

  /** Whether an object here may hold fields. */
  boolean hasNested() {
    return !names.isEmpty();
  }
}
