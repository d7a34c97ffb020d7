package dev.weir.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules that one flow hit. Few rules are hit by most flows: a list that recurs is one object,
 * and as long as names come as they did the last time, nothing is written, which collectors make
 * dearer than to compare.
 */
final class RuleNames {
  private List<String> last = List.of();

  /** How many of the last are these, too; what follows them is in {@code others}. */
  private int same;

  private final List<String> others = new ArrayList<>();

  void clear() {
    same = 0;
    if (!others.isEmpty()) {
      others.clear();
    }
  }

  void add(String name) {
    if (others.isEmpty() && same < last.size() && last.get(same).equals(name)) {
      same++;
    } else {
      others.add(name);
    }
  }

  /** All of them, as they were added; the list does not change any more. */
  List<String> list() {
    if (same == 0 && others.isEmpty()) {
      return List.of();
    }
    if (same < last.size() || !others.isEmpty()) {
      others.addAll(0, last.subList(0, same));
      last = List.copyOf(others);
      same = last.size();
      others.clear();
    }
    return last;
  }
}
