package dev.weir.decode;

import dev.weir.flow.UserException;
import java.util.ArrayList;
import java.util.List;

/** What the header lines of a Zeek log have said so far: lines such as {@code #fields ts uid}. */
public final class ZeekHeader {
  private static final String SEPARATOR = "#separator ";
  private static final String HEX = "\\x";
  private static final char TAB = '\t';

  private final ZeekColumns standard;
  private char separator;
  private String unset;
  private String empty;
  private String path;
  private ZeekColumns columns;

  /**
   * Says nothing yet.
   *
   * @param standard columns of a log without headers
   */
  ZeekHeader(ZeekColumns standard) {
    this.standard = standard;
    clear();
  }

  /** Says nothing yet, of a log whose columns are Zeek's own. */
  public ZeekHeader() {
    this(ZeekColumns.DEFAULT);
  }

  private void clear() {
    separator = TAB;
    unset = "-";
    empty = "(empty)";
    path = ZeekColumns.CONN;
    columns = standard;
  }

  /** Takes a header line; whether the columns may be others now. */
  public boolean read(String line) {
    if (line.startsWith(SEPARATOR)) {
      // The first line of a log: of several that were put into one file another begins here.
      clear();
      separator = character(line.substring(SEPARATOR.length()).strip());
      return true;
    }
    List<String> words = words(line);
    String value = words.size() > 1 ? words.get(1) : "";
    switch (words.get(0)) {
      case "#unset_field" -> unset = value;
      case "#empty_field" -> empty = value;
      case "#path" -> path = value;
      case "#fields" -> columns = ZeekColumns.of(words.subList(1, words.size()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static char character(String text) {
    if (text.startsWith(HEX) && text.length() == HEX.length() + 2) {
      int high = Character.digit(text.charAt(2), 16);
      int low = Character.digit(text.charAt(3), 16);
      return high < 0 || low < 0 ? TAB : (char) (high << 4 | low);
    }
    return text.length() == 1 ? text.charAt(0) : TAB;
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == separator) {
        words.add(line.substring(from, i));
        from = i + 1;
      }
    }
    return words;
  }

  char separator() {
    return separator;
  }

  ZeekColumns columns() {
    return columns;
  }

  /**
   * The columns as {@code --zeek.fields} takes them; empty where they are Zeek's own, or no flow's.
   */
  public String fields() {
    return isOfOtherLog() || columns.equals(standard) ? "" : columns.toString();
  }

  /**
   * Refuses the columns of a log of flows in which there can be none.
   *
   * @param file that has them
   */
  public void requireFlows(String file) {
    if (!isOfOtherLog() && !columns.areOfFlows()) {
      throw new UserException(
          file + " has no ts or no id.orig_h in #fields: name a conn log of Zeek's");
    }
  }

  /** Whether lines are of another log than the one with flows. */
  boolean isOfOtherLog() {
    return !path.equals(ZeekColumns.CONN);
  }

  /** Whether a cell says that it has no value. */
  boolean isUnset(FieldText value) {
    return value.is(unset) || value.is(empty);
  }
}
