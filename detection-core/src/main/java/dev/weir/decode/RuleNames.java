package dev.weir.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules that one flow hit. Few rules are hit by most flows: a list that recurs is one object.
 */
final class RuleNames {
  private final List<String> names = new ArrayList<>();
  private List<String> last = List.of();

  void clear() {
    if (!names.isEmpty()) {
      names.clear();
    }
  }

  void add(String name) {
    names.add(name);
  }

  /** All of them, as they were added; the list does not change any more. */
  List<String> list() {
    if (names.isEmpty()) {
      return List.of();
    }
    if (!names.equals(last)) {
      last = List.copyOf(names);
    }
    return last;
  }
}
