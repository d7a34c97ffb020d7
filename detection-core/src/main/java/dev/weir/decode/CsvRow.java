package dev.weir.decode;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.List;

/**
 * Takes the cells of one line from the CSV parser and hands those of known columns on as they come,
 * without a text for each.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private final List<String> header;
  private final Slot[][] columns;
  private final FieldValues values;
  private final FieldText text = new FieldText();
  private int lines;
  private int cells;
  private boolean likeHeader;

  CsvRow(CsvHeader header, FieldPlan plan, FieldValues values) {
    this.header = header.names();
    this.columns = header.slots(plan);
    this.values = values;
  }

  /** Forgets the line before. */
  void clear() {
    values.clear();
    lines = 0;
    cells = 0;
    likeHeader = true;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (lines > 0) {
      return;
    }
    cells = index + 1;
    if (index >= columns.length) {
      return;
    }
    text.wrap(buffer, offset, length);
    likeHeader = likeHeader && text.is(header.get(index));
    for (Slot slot : columns[index]) {
      values.set(slot, text);
    }
  }

  @Override
  protected CsvRow buildRecord() {
    if (getRecordType() == RecordType.DATA) {
      lines++;
    }
    return this;
  }

  int cells() {
    return cells;
  }

  boolean isHeader() {
    return likeHeader && cells == columns.length;
  }
}
