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
  private final FlowField[] columns;
  private final FlowAssembler assembler;
  private final FieldText text = new FieldText();
  private int lines;
  private int cells;
  private boolean likeHeader;

  CsvRow(List<String> header, FlowAssembler assembler) {
    this.header = header;
    this.columns = header.stream().map(FlowField::of).toArray(FlowField[]::new);
    this.assembler = assembler;
  }

  /** Forgets the line before. */
  void clear() {
    assembler.clear();
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
    FlowField field = columns[index];
    if (field != null) {
      assembler.set(field, text);
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
