package dev.weir.decode;

import dev.weir.flow.Nearest;
import dev.weir.flow.UsageException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Reads the text of a {@link FieldMap}, which says what the text means. */
final class FieldMapParser {
  private static final String MARKS = ",=+|";
  private static final char END = 0;

  private final String text;
  private int at;

  FieldMapParser(String text) {
    this.text = text;
  }

  /**
   * The ways to each field.
   *
   * @throws UsageException saying what is wrong
   */
  EnumMap<FlowField, List<List<String>>> parse() {
    EnumMap<FlowField, List<List<String>>> map = new EnumMap<>(FlowField.class);
    while (peek() != END) {
      FlowField field = field(word());
      if (next() != '=') {
        throw wrong("'" + field.id() + "' lacks its column: write " + field.id() + "=COLUMN");
      }
      if (map.put(field, ways(field)) != null) {
        throw wrong(field.id() + " is named twice; name one column for it");
      }
      char mark = next();
      if (mark != ',' && mark != END) {
        throw wrong("there is a '" + mark + "' after the columns of " + field.id());
      }
    }
    return map;
  }

  private static FlowField field(String name) {
    FlowField field = FlowField.ofTarget(name);
    if (field == null) {
      String names = String.join(", ", FlowField.targets());
      throw wrong(
          "there is no field '%s'; %s"
              .formatted(
                  FieldText.of(name).shown(60),
                  Nearest.to(name, FlowField.targets())
                      .map(meant -> "did you mean " + meant)
                      .orElse("the fields are " + names)));
    }
    return field;
  }

  private List<List<String>> ways(FlowField field) {
    List<List<String>> ways = new ArrayList<>();
    if (peek() == ',' || peek() == END) {
      return ways;
    }
    List<String> way = new ArrayList<>();
    ways.add(way);
    while (true) {
      String name = word();
      if (name.isEmpty()) {
        throw wrong("a column of " + field.id() + " has no name");
      }
      way.add(name);
      if (peek() == '+') {
        require(field.kind() == FlowField.Kind.COUNT, field, "added; that is for counts");
      } else if (peek() == '|') {
        require(field.kind() != FlowField.Kind.TEXTS, field, "chosen from; name one");
        way = new ArrayList<>();
        ways.add(way);
      } else {
        return ways;
      }
      next();
    }
  }

  private static void require(boolean holds, FlowField field, String what) {
    if (!holds) {
      throw wrong("columns for " + field.id() + " cannot be " + what);
    }
  }

  /** A name up to the next mark, without the blanks or the quotes around it. */
  private String word() {
    if (peek() == '"') {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw wrong("a quote is not closed");
      }
      String quoted = text.substring(at + 1, end);
      at = end + 1;
      return quoted;
    }
    int from = at;
    while (at < text.length() && MARKS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at).strip();
  }

  /** The next character that is no blank, or END. */
  private char peek() {
    while (at < text.length() && FieldText.isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private static UsageException wrong(String what) {
    return new UsageException(what);
  }
}
