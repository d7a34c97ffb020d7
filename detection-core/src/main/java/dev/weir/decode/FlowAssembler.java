package dev.weir.decode;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import dev.weir.flow.Truth;
import dev.weir.network.Vantage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts named values together to a flow, by the one meaning that each field has in JSON and CSV. The
 * last value of a field is the one that counts, for its faults too. Reused from record to record.
 */
final class FlowAssembler {
  private static final int FIELDS = FlowField.values().length;
  private static final int MAX_STATUS = 999;

  private final ValueReader reader = new ValueReader();
  private final FlowRecordBuilder flow = FlowRecord.builder();
  private final long[] numbers = new long[FIELDS];
  private final String[] texts = new String[FIELDS];
  private final Fault[] faults = new Fault[FIELDS];
  private final List<String> rules = new ArrayList<>();
  private final Vantage vantage;
  private Action action = Action.UNKNOWN;
  private boolean faulty;

  FlowAssembler(Vantage vantage) {
    this.vantage = vantage;
    clear();
  }

  /** Makes every field absent. */
  void clear() {
    Arrays.fill(numbers, FlowRecord.ABSENT);
    Arrays.fill(texts, "");
    if (faulty) {
      Arrays.fill(faults, null);
      faulty = false;
    }
    rules.clear();
    action = Action.UNKNOWN;
  }

  /** Makes a field absent, as an explicit null does. */
  void forget(FlowField field) {
    int i = field.slot();
    numbers[i] = FlowRecord.ABSENT;
    texts[i] = "";
    faults[i] = null;
    if (field == FlowField.RULE_NAMES) {
      rules.clear();
    } else if (field == FlowField.ACTION) {
      action = Action.UNKNOWN;
    }
  }

  /** Takes a field's value; the text is read at once and not kept. */
  void set(FlowField field, FieldText value) {
    forget(field);
    if (value.isAbsent()) {
      return;
    }
    String name = field.id();
    int i = field.slot();
    switch (field.kind()) {
      case ADDRESS -> texts[i] = reader.address(name, value);
      case PORT -> numbers[i] = reader.number(name, value, ValueReader.MAX_PORT);
      case PROTOCOL -> numbers[i] = reader.protocol(name, value);
      case COUNT -> numbers[i] = reader.number(name, value, Long.MAX_VALUE);
      case TIME -> numbers[i] = reader.time(name, value);
      case ACTION -> action = reader.action(name, value);
      case STATUS -> numbers[i] = reader.number(name, value, MAX_STATUS);
      case TEXT, OWN_TEXT -> texts[i] = value.text();
      case TEXTS -> addRule(value);
    }
    keep(field, reader.takeFault());
  }

  /** Adds one of several rule names. */
  void addRule(FieldText value) {
    if (!value.isAbsent()) {
      rules.add(value.text());
    }
  }

  /** A value of a shape that the field can't have, such as an object. */
  void refuse(FlowField field, String shape) {
    forget(field);
    DeadLetterReason reason = field.kind().fault();
    if (reason != null) {
      keep(field, new Fault(reason, field.id() + " is " + shape));
    }
  }

  private void keep(FlowField field, Fault fault) {
    if (fault != null) {
      faults[field.slot()] = fault;
      faulty = true;
    }
  }

  /** Reports the flow, or what keeps it from being one. */
  void report(EntryCollector out, byte[] message, int offset, int length) {
    Fault fault = firstFault();
    if (fault != null) {
      fault.report(out, message, offset, length);
      return;
    }
    fill();
    fault = Fault.of(flow);
    if (fault != null) {
      fault.report(out, message, offset, length);
      return;
    }
    vantage.locate(flow);
    out.flow(flow.build());
  }

  private Fault firstFault() {
    for (int i = 0; faulty && i < FIELDS; i++) {
      if (faults[i] != null) {
        return faults[i];
      }
    }
    return null;
  }

  private void fill() {
    flow.clear()
        .scope(text(FlowField.SCOPE))
        .source(text(FlowField.SOURCE))
        .truth(Truth.of(text(FlowField.TRUTH)))
        .side(Side.of(text(FlowField.SIDE)))
        .sight(Sight.of(text(FlowField.SIGHT)))
        .srcIp(text(FlowField.SRC_IP))
        .dstIp(text(FlowField.DST_IP))
        .srcPort((int) number(FlowField.SRC_PORT))
        .dstPort((int) number(FlowField.DST_PORT))
        .protocol((int) number(FlowField.PROTOCOL))
        .bytesIn(number(FlowField.BYTES_IN))
        .bytesOut(number(FlowField.BYTES_OUT))
        .packets(number(FlowField.PACKETS))
        .action(action)
        .responseCode((int) number(FlowField.RESPONSE_CODE))
        .country(text(FlowField.COUNTRY))
        .ruleNames(rules.isEmpty() ? List.of() : List.copyOf(rules));
    long start = start();
    if (start != FlowRecord.ABSENT) {
      flow.start(start);
    }
    long end = number(FlowField.END_TIME);
    if (end != FlowRecord.ABSENT) {
      flow.end(end);
    }
  }

  private long start() {
    long start = number(FlowField.START_TIME);
    if (start == FlowRecord.ABSENT) {
      start = number(FlowField.CREATION_TIME);
    }
    return start == FlowRecord.ABSENT ? number(FlowField.TIME) : start;
  }

  private long number(FlowField field) {
    return numbers[field.slot()];
  }

  private String text(FlowField field) {
    return texts[field.slot()];
  }
}
