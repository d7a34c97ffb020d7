package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecordBuilder;

/**
 * What is wrong with an entry.
 *
 * @param reason the kind
 * @param detail for a person: the field, its value, the rule
 */
record Fault(DeadLetterReason reason, String detail) {
  private static final int MAX_DETAIL = 200;

  /**
   * A message that is not of its format.
   *
   * @param detail may quote the message, as parsers do
   */
  static Fault malformed(String detail) {
    return new Fault(DeadLetterReason.MALFORMED, FieldText.of(detail).shown(MAX_DETAIL));
  }

  static Fault missing(String what) {
    return new Fault(DeadLetterReason.MISSING_FIELD, "the record has no " + what);
  }

  static Fault fieldCount(int found, int expected) {
    return new Fault(
        DeadLetterReason.FIELD_COUNT, "the line has " + found + " fields instead of " + expected);
  }

  /** What keeps the fields of a record from being a flow, or null. */
  static Fault of(FlowRecordBuilder flow) {
    if (!flow.hasSource()) {
      return missing("source address");
    }
    if (!flow.hasTime()) {
      return missing("time");
    }
    return flow.endsBeforeStart()
        ? new Fault(DeadLetterReason.END_BEFORE_START, "the end lies before the start")
        : null;
  }

  /** A value that breaks its field's rule. */
  static Fault of(DeadLetterReason reason, String field, FieldText value, String rule) {
    return new Fault(reason, field + ": " + value.quoted() + " is " + rule);
  }

  void report(EntryCollector out, byte[] message, int offset, int length) {
    out.deadLetter(reason, detail, message, offset, length);
  }
}
