package dev.weir.decode;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.weir.flow.Nearest;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of CSV lines.
 *
 * @param names in order, without blanks around them
 * @param namedBy what the user can look at to mend them: an option or a file
 */
record CsvHeader(List<String> names, String namedBy) {
  private static final int MAX_LISTED_COLUMNS = 60;

  /**
   * Reads a header line.
   *
   * @throws UserException where it is none
   */
  static CsvHeader read(String line, CsvReader.CsvReaderBuilder parser, String namedBy) {
    requireOneLine(line.stripTrailing(), namedBy);
    List<String> names = new ArrayList<>();
    try {
      parser
          .ofSingleCsvRecord(withoutByteOrderMark(line))
          .getFields()
          .forEach(name -> names.add(FieldText.of(name).toString()));
    } catch (CsvParseException e) {
      throw new UserException(
          namedBy + " has no CSV header that can be read: give one line of column names", e);
    }
    return new CsvHeader(List.copyOf(names), namedBy);
  }

  /** A file whose lines end in CR only would be a header to its end, and all its records lost. */
  private static void requireOneLine(String text, String namedBy) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c == '\r' && !text.startsWith("\r\n", i)) {
        throw new UserException(
            namedBy + " has lines that end in CR only: convert them to end in LF or CRLF");
      }
      if (!quoted && c == '\n' && !text.substring(0, i).isBlank()) {
        throw new UserException(
            namedBy + " has a CSV header of several lines: give one line of column names");
      }
    }
  }

  static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /**
   * Where the value of each column goes.
   *
   * @throws UserException where a column that is needed is missing or there twice
   */
  Slot[][] slots(FieldPlan plan) {
    plan.map().fields().forEach(field -> requireMapped(field, plan.map().ways(field)));
    if (plan.conventions().labels() != null) {
      requireColumn(plan.conventions().labels().column(), "--label.column");
    }
    List<String> known = names.stream().filter(plan.names()::containsKey).toList();
    known.stream()
        .filter(name -> known.indexOf(name) != known.lastIndexOf(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UserException(
                  namedBy + " names the CSV column " + name + " twice: keep one of them");
            });
    require(plan, known, "src_ip", FlowField.SRC_IP);
    require(
        plan,
        known,
        "time, creation_time, start_time or end_time",
        FlowField.TIME,
        FlowField.CREATION_TIME,
        FlowField.START_TIME,
        FlowField.END_TIME);
    return names.stream().map(plan::slots).toArray(Slot[][]::new);
  }

  /** One of the ways to a field must be there. */
  private void requireMapped(FlowField field, List<List<String>> ways) {
    if (ways.stream().noneMatch(names::containsAll)) {
      ways.stream()
          .flatMap(List::stream)
          .forEach(column -> requireColumn(column, "--csv.map " + field.id()));
    }
  }

  private void requireColumn(String column, String option) {
    if (!names.contains(column)) {
      throw new UsageException(
          "%s: %s has no CSV column %s; %s"
              .formatted(
                  option,
                  namedBy,
                  FieldText.of(column).quoted(),
                  Nearest.to(column, names)
                      .map(meant -> "did you mean " + FieldText.of(meant).quoted())
                      .orElse("there are " + listed())));
    }
  }

  private void require(FieldPlan plan, List<String> known, String wanted, FlowField... anyOf) {
    boolean there =
        known.stream()
            .flatMap(name -> plan.names().get(name).stream())
            .anyMatch(slot -> Stream.of(anyOf).anyMatch(field -> slot.field() == field));
    if (!there) {
      throw new UserException(
          "%s has no CSV column %s: name the column that holds it with --csv.map '%s=COLUMN'"
                  .formatted(namedBy, wanted, anyOf[0].id())
              + " (found: "
              + listed()
              + ")");
    }
  }

  private String listed() {
    return names.stream()
            .limit(MAX_LISTED_COLUMNS)
            .map(name -> FieldText.of(name).quoted())
            .collect(Collectors.joining(", "))
        + (names.size() > MAX_LISTED_COLUMNS ? ", …" : "");
  }
}
