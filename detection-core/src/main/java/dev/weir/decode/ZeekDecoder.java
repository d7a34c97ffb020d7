package dev.weir.decode;

import dev.weir.flow.Ignored;
import dev.weir.network.Vantage;

/**
 * Reads lines of Zeek's conn log, in Zeek's own tab-separated form. In a file the header lines say
 * what the columns are; in a stream they say nothing, since a message must mean the same whatever
 * came before it.
 */
final class ZeekDecoder implements FlowLogDecoder {
  private final FieldPlan plan;
  private final FlowAssembler assembler;
  private final FieldValues values;
  private final ZeekHeader header;

  /** The file whose headers count; null in a stream. */
  private final String file;

  private final Characters characters = new Characters();
  private final FieldText text = new FieldText();
  private Slot[][] columns;
  private boolean columnsAreNew;

  ZeekDecoder(FieldPlan plan, ZeekColumns columns, String file, Vantage vantage) {
    this.plan = plan;
    this.file = file;
    this.columns = columns.slots(plan);
    assembler = new FlowAssembler(plan, vantage);
    values = assembler.values();
    header = new ZeekHeader(columns);
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, out)) {
      return;
    }
    int end = characters.read(message, offset, length);
    char[] line = characters.buffer();
    while (line[end - 1] == '\n' || line[end - 1] == '\r') {
      end--;
    }
    if (line[0] == '#') {
      if (file != null && header.read(new String(line, 0, end))) {
        columns = header.columns().slots(plan);
        columnsAreNew = true;
      }
      out.ignored(Ignored.HEADER);
    } else if (header.isOfOtherLog()) {
      out.ignored(Ignored.OTHER_LOG);
    } else {
      decode(line, end, message, offset, length, out);
    }
  }

  private void decode(
      char[] line, int end, byte[] message, int offset, int length, EntryCollector out) {
    if (columnsAreNew) {
      header.requireFlows(file);
      columnsAreNew = false;
    }
    int cells = readCells(line, end);
    if (header.columns().fits(cells)) {
      assembler.report(out, message, offset, length);
    } else {
      Fault.fieldCount(cells, header.columns().names().size()).report(out, message, offset, length);
    }
  }

  /** Takes the cells of the line, and says how many there are. */
  private int readCells(char[] line, int end) {
    values.clear();
    char separator = header.separator();
    int cells = 0;
    int from = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || line[i] == separator) {
        if (cells < columns.length && columns[cells].length > 0) {
          take(columns[cells], text.wrap(line, from, i - from));
        }
        cells++;
        from = i + 1;
      }
    }
    return cells;
  }

  private void take(Slot[] slots, FieldText value) {
    if (header.isUnset(value)) {
      return;
    }
    for (Slot slot : slots) {
      values.set(slot, value);
    }
  }
}
