package dev.weir.decode;

import dev.weir.network.Vantage;

/**
 * Reads one JSON object a message, with the names of a {@link FieldPlan}. Other fields are skipped,
 * however deep; a name that occurs twice counts the last time.
 */
final class JsonDecoder implements FlowLogDecoder {
  private final FlowAssembler assembler;
  private final PlainJsonReader plain;
  private final LibraryJsonReader any;

  JsonDecoder(FieldPlan plan, Vantage vantage) {
    FieldNames names = FieldNames.of(plan);
    assembler = new FlowAssembler(plan, vantage);
    plain = new PlainJsonReader(names, assembler.values());
    any = new LibraryJsonReader(names, assembler.values());
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, out)) {
      return;
    }
    boolean read = plain.read(message, offset, length);
    Fault fault = read ? null : any.read(message, offset, length);
    if (fault == null) {
      assembler.report(out, message, offset, length);
    } else {
      fault.report(out, message, offset, length);
    }
  }
}
