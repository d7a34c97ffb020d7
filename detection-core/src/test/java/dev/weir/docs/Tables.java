package dev.weir.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables of a page in docs, by what stands at the head of their first column. */
public final class Tables {

  private Tables() {}

  /**
   * The rows of the page's tables whose first column has that head, as cells without backticks.
   *
   * @param page its name in docs; tests run in their module's folder
   */
  public static List<List<String>> rows(String page, String head) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean within = false;
    for (String line : Files.readAllLines(Path.of("../docs", page))) {
      if (!line.startsWith("|")) {
        within = false;
      } else if (line.startsWith("| " + head + " |")) {
        within = true;
      } else if (within && !line.startsWith("|---")) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  /** The first cells of those rows. */
  public static List<String> firstColumn(String page, String head) throws IOException {
    return rows(page, head).stream().map(row -> row.get(0)).toList();
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Stream.of(inner.split("\\|", -1)).map(cell -> cell.strip().replace("`", "")).toList();
  }
}
