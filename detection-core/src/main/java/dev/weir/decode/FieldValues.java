package dev.weir.decode;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import java.util.Arrays;
import java.util.List;

/**
 * The values of one record by slot, each read by its field's rule. The last value of a slot is the
 * one that counts, for its faults too. Reused from record to record.
 */
final class FieldValues {
  private static final int MAX_BYTE = 255;
  private static final int MAX_STATUS = 999;
  private static final long REJECTED = 0;
  private static final long ACCEPTED = 1;

  private final FieldPlan plan;
  private final ValueReader reader = new ValueReader();

  /** A bit for each slot with a value: what others hold is a record's before. */
  private final long[] present;

  private final long[] numbers;
  private final String[] texts;
  private final Fault[] faults;
  private final RuleNames rules = new RuleNames();
  private boolean faulty;

  FieldValues(FieldPlan plan) {
    this.plan = plan;
    present = new long[(plan.size() + Long.SIZE - 1) / Long.SIZE];
    numbers = new long[plan.size()];
    texts = new String[plan.size()];
    faults = new Fault[plan.size()];
  }

  /** Makes every field absent. */
  void clear() {
    Arrays.fill(present, 0);
    if (faulty) {
      Arrays.fill(faults, null);
      faulty = false;
    }
    rules.clear();
    reader.clearRepairs();
  }

  /** Makes values absent, as an explicit null does. */
  void forget(Slot[] slots) {
    for (Slot slot : slots) {
      forget(slot);
    }
  }

  private void forget(Slot slot) {
    int i = slot.index();
    if (isPresent(i)) {
      present[i / Long.SIZE] &= ~(1L << i);
    }
    if (faulty) {
      faults[i] = null;
    }
    if (slot.field() == FlowField.RULE_NAMES) {
      rules.clear();
    }
  }

  /** Takes a value for all of some slots. */
  void set(Slot[] slots, FieldText value) {
    for (Slot slot : slots) {
      set(slot, value);
    }
  }

  /** Takes a value; the text is read at once and not kept. */
  void set(Slot slot, FieldText value) {
    forget(slot);
    if (value.isAbsent()) {
      return;
    }
    reader.noteBlanks(value);
    String name = slot.name();
    int i = slot.index();
    switch (slot.field().kind()) {
      case ADDRESS -> put(i, address(name, value));
      case PORT -> put(i, reader.number(name, value, ValueReader.MAX_PORT));
      case PROTOCOL -> put(i, reader.protocol(name, value));
      case PROTOCOL_OR_NONE -> put(i, reader.protocolOrNone(name, value));
      case BYTE -> put(i, reader.number(name, value, MAX_BYTE));
      case COUNT -> put(i, reader.number(name, value, Long.MAX_VALUE));
      case TIME -> put(i, reader.time(name, value, plan.conventions().time()));
      case SECONDS -> put(i, reader.seconds(name, value));
      case ACTION -> put(i, code(reader.action(name, value)));
      case CONN_STATE -> put(i, reader.connState(value).code());
      case STATUS -> put(i, reader.number(name, value, MAX_STATUS));
      case COUNTRY -> put(i, reader.country(value));
      case TEXT, OWN_TEXT -> put(i, reader.text(value));
      case TEXTS, WORDS -> add(slot, value);
    }
    keep(slot, reader.takeFault());
  }

  private void put(int slot, long number) {
    numbers[slot] = number;
    present[slot / Long.SIZE] |= 1L << slot;
  }

  @SuppressWarnings("ReferenceEquality") // Another text of the same characters does no harm.
  private void put(int slot, String text) {
    // A collector's barrier costs more than the question.
    if (texts[slot] != text) {
      texts[slot] = text;
    }
    present[slot / Long.SIZE] |= 1L << slot;
  }

  private boolean isPresent(int slot) {
    return (present[slot / Long.SIZE] & 1L << slot) != 0;
  }

  private long number(int slot) {
    return isPresent(slot) ? numbers[slot] : FlowRecord.ABSENT;
  }

  private String text(int slot) {
    return isPresent(slot) ? texts[slot] : "";
  }

  private String address(String name, FieldText value) {
    return plan.conventions().opaque()
        ? reader.opaqueAddress(name, value)
        : reader.address(name, value);
  }

  /** Adds one of several texts to those fields that take them. */
  void add(Slot[] slots, FieldText value) {
    for (Slot slot : slots) {
      if (slot.field().kind().takesSeveral()) {
        add(slot, value);
      }
    }
  }

  private void add(Slot slot, FieldText value) {
    if (value.isAbsent()) {
      return;
    }
    if (slot.field().kind() == FlowField.Kind.TEXTS) {
      rules.add(reader.text(value));
    } else if (number(slot.index()) == FlowRecord.ABSENT) {
      put(slot.index(), code(reader.actionOrNull(value)));
    }
  }

  /** A value of a shape that the field can't have, such as an object. */
  void refuse(Slot slot, String shape) {
    forget(slot);
    DeadLetterReason reason = slot.field().kind().fault();
    if (reason != null) {
      keep(slot, new Fault(reason, slot.name() + " is " + shape));
    }
  }

  private void keep(Slot slot, Fault fault) {
    if (fault != null) {
      faults[slot.index()] = fault;
      faulty = true;
    }
  }

  private void keep(FlowField field, String rule) {
    faults[field.slot()] = new Fault(field.kind().fault(), field.id() + ": " + rule);
    faulty = true;
  }

  /** What is wrong with the first value that is, in the order of slots, or null. */
  Fault firstFault() {
    for (int i = 0; faulty && i < faults.length; i++) {
      if (faults[i] != null) {
        return faults[i];
      }
    }
    return null;
  }

  void reportRepairs(EntryCollector out) {
    reader.reportRepairs(out);
  }

  /** A field's number, or ABSENT. */
  long number(FlowField field) {
    int[][] ways = plan.composite(field);
    long found = ways == null ? number(field.slot()) : FlowRecord.ABSENT;
    for (int i = 0; ways != null && found == FlowRecord.ABSENT && i < ways.length; i++) {
      found = sum(field, ways[i]);
    }
    return found;
  }

  /** What is known of a sum; a fault of the field where it is more than a long holds. */
  private long sum(FlowField field, int[] slots) {
    long sum = FlowRecord.ABSENT;
    for (int slot : slots) {
      long value = number(slot);
      if (value != FlowRecord.ABSENT) {
        sum = sum == FlowRecord.ABSENT ? value : sum + value;
        if (sum < 0) {
          keep(field, "the sum is greater than " + Long.MAX_VALUE);
          return FlowRecord.ABSENT;
        }
      }
    }
    return sum;
  }

  /** A field's text, or empty. */
  String text(FlowField field) {
    int[][] ways = plan.composite(field);
    String found = ways == null ? text(field.slot()) : "";
    for (int i = 0; ways != null && found.isEmpty() && i < ways.length; i++) {
      found = text(ways[i][0]);
    }
    return found;
  }

  /** What the first of some fields says that says anything. */
  Action action(FlowField[] fields) {
    for (FlowField field : fields) {
      Action said = action(field);
      if (said != Action.UNKNOWN) {
        return said;
      }
    }
    return Action.UNKNOWN;
  }

  private Action action(FlowField field) {
    if (field == FlowField.CONN_STATE) {
      return connState().action();
    }
    long code = number(field);
    if (code == FlowRecord.ABSENT) {
      return Action.UNKNOWN;
    }
    return code == ACCEPTED ? Action.ACCEPT : Action.REJECT;
  }

  /** What Zeek says of how a connection went; of other logs that nothing is known. */
  ConnState connState() {
    return ConnState.ofCode(number(FlowField.CONN_STATE));
  }

  private static long code(Action action) {
    if (action == null || action == Action.UNKNOWN) {
      return FlowRecord.ABSENT;
    }
    return action == Action.ACCEPT ? ACCEPTED : REJECTED;
  }

  List<String> rules() {
    return rules.list();
  }
}
