package dev.weir.decode;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.weir.flow.Ignored;
import dev.weir.flow.UserException;
import dev.weir.network.Vantage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one CSV line a message, by the columns of a header known beforehand. Columns mean what JSON
 * fields of the same name do; others are passed over.
 */
final class CsvDecoder implements FlowLogDecoder {
  private static final CsvReader.CsvReaderBuilder PARSER =
      CsvReader.builder().allowUnclosedQuote(false);

  private static final int MAX_LISTED_COLUMNS = 30;

  private final int columns;
  private final FlowAssembler assembler;
  private final CsvRow row;

  private CsvDecoder(List<String> header, Vantage vantage) {
    assembler = new FlowAssembler(vantage);
    columns = header.size();
    row = new CsvRow(header, assembler);
  }

  /**
   * A decoder for lines under a header.
   *
   * @param namedBy what the user can look at to mend the header: an option or a file
   * @throws UserException where the header lacks a column for the source address or any for time,
   *     or names a column twice
   */
  static CsvDecoder ofHeader(String header, String namedBy, Vantage vantage) {
    List<String> names = names(header, namedBy);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (FlowField.of(name) != null && !seen.add(name)) {
        throw new UserException(
            namedBy + " names the CSV column " + name + " twice: keep one of them");
      }
    }
    require(names, namedBy, "src_ip", FlowField.SRC_IP);
    require(
        names,
        namedBy,
        "time, creation_time, start_time or end_time",
        FlowField.TIME,
        FlowField.CREATION_TIME,
        FlowField.START_TIME,
        FlowField.END_TIME);
    return new CsvDecoder(names, vantage);
  }

  private static List<String> names(String header, String namedBy) {
    List<String> names = new ArrayList<>();
    try {
      PARSER
          .ofSingleCsvRecord(withoutByteOrderMark(header))
          .getFields()
          .forEach(name -> names.add(FieldText.of(name).toString()));
    } catch (CsvParseException e) {
      throw new UserException(
          namedBy + " has no CSV header that can be read: give one line of column names", e);
    }
    return List.copyOf(names);
  }

  private static void require(
      List<String> names, String namedBy, String wanted, FlowField... anyOf) {
    if (Stream.of(anyOf).noneMatch(field -> names.contains(field.id()))) {
      Stream<String> shown =
          names.stream().limit(MAX_LISTED_COLUMNS).map(name -> FieldText.of(name).quoted());
      throw new UserException(
          "%s has no CSV column %s: rename the column that holds it (found: %s%s)"
              .formatted(
                  namedBy,
                  wanted,
                  shown.collect(Collectors.joining(", ")),
                  names.size() > MAX_LISTED_COLUMNS ? ", …" : ""));
    }
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, out)) {
      return;
    }
    Fault fault = read(new String(message, offset, length, StandardCharsets.UTF_8));
    if (fault != null) {
      fault.report(out, message, offset, length);
    } else if (row.isHeader()) {
      out.ignored(Ignored.HEADER);
    } else if (row.cells() != columns) {
      Fault.fieldCount(row.cells(), columns).report(out, message, offset, length);
    } else {
      assembler.report(out, message, offset, length);
    }
  }

  /** Fills the row; what is wrong with the message as a line of CSV, or null. */
  private Fault read(String line) {
    row.clear();
    try (CloseableIterator<CsvRow> rows =
        PARSER.build(row, withoutByteOrderMark(line)).iterator()) {
      rows.next();
      return rows.hasNext() ? Fault.malformed("the message has more than one line") : null;
    } catch (IOException | RuntimeException e) {
      // Quotes that do not close, a second line of another width, a line of line ends only.
      return Fault.malformed("not a line of CSV: " + e.getMessage());
    }
  }
}
