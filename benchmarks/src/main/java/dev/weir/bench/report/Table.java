package dev.weir.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class Table {

  private final List<String> lines = new ArrayList<>();
  private final int width;

  Table(String... heads) {
    width = heads.length;
    row(heads);
    lines.add("|" + "---|".repeat(width));
  }

  Table row(String... cells) {
    if (cells.length != width) {
      throw new IllegalArgumentException(cells.length + " cells in a table of " + width);
    }
    lines.add(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
