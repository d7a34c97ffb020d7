package dev.weir.decode;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.weir.flow.Ignored;
import dev.weir.flow.UserException;
import dev.weir.network.Vantage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one CSV line a message, by the columns of a header known beforehand and the names of a
 * {@link FieldPlan}; other columns are passed over.
 */
final class CsvDecoder implements FlowLogDecoder {
  private final CsvReader.CsvReaderBuilder parser;
  private final int columns;
  private final FlowAssembler assembler;
  private final CsvRow row;

  private CsvDecoder(
      CsvReader.CsvReaderBuilder parser, CsvHeader header, FieldPlan plan, Vantage vantage) {
    this.parser = parser;
    columns = header.names().size();
    assembler = new FlowAssembler(plan, vantage);
    row = new CsvRow(header, plan, assembler.values());
  }

  /**
   * A decoder for lines under a header.
   *
   * @param namedBy what the user can look at to mend the header: an option or a file
   * @throws UserException where the header lacks a column for the source address, for time or for
   *     what the plan maps, or names a column twice
   */
  static CsvDecoder ofHeader(
      String header, char delimiter, FieldPlan plan, Vantage vantage, String namedBy) {
    CsvReader.CsvReaderBuilder parser =
        CsvReader.builder().allowUnclosedQuote(false).fieldSeparator(delimiter);
    return new CsvDecoder(parser, CsvHeader.read(header, parser, namedBy), plan, vantage);
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
        parser.build(row, CsvHeader.withoutByteOrderMark(line)).iterator()) {
      rows.next();
      return rows.hasNext() ? Fault.malformed("the message has more than one line") : null;
    } catch (IOException | RuntimeException e) {
      // Quotes that do not close, a second line of another width, a line of line ends only.
      return Fault.malformed("not a line of CSV: " + e.getMessage());
    }
  }
}
