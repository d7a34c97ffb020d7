package dev.weir.decode;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that a JSON object may use for fields: each whole, and where it has dots, also as
 * nested objects.
 */
final class FieldNames {
  private final Map<String, FieldNames> names = new HashMap<>();
  private FlowField field;

  private FieldNames() {}

  /** The names of all fields. */
  static FieldNames ofAllFields() {
    FieldNames root = new FieldNames();
    for (FlowField field : FlowField.values()) {
      root.name(field.id()).field = field;
      FieldNames node = root;
      String rest = field.id();
      for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
        node = node.name(rest.substring(0, dot));
        rest = rest.substring(dot + 1);
      }
      node.name(rest).field = field;
    }
    return root;
  }

  private FieldNames name(String name) {
    return names.computeIfAbsent(name, unused -> new FieldNames());
  }

  /** What a name means in this object, or null. */
  FieldNames get(String name) {
    return names.get(name);
  }

  /** The field that the value belongs to, or null where it can only be an object with fields. */
  FlowField field() {
    return field;
  }

  /** Whether an object here may hold fields. */
  boolean hasNested() {
    return !names.isEmpty();
  }
}
