package dev.weir.command;

import java.util.Collection;

/** Finds what somebody meant to type. */
final class NearestName {

  private NearestName() {}

  /**
   * The name that takes the fewest edits, or null where that would be more than a third of it.
   *
   * @param typed in place of one of the names
   */
  static String of(String typed, Collection<String> names) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = edits(typed, name);
      if (edits < fewest && 3 * edits <= name.length()) {
        nearest = name;
        fewest = edits;
      }
    }
    return nearest;
  }

  /** Letters to insert, delete or replace: Levenshtein's distance, row by row. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
