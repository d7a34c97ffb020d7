package dev.weir.decode;

import dev.weir.decode.VpcField.Kind;
import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import dev.weir.network.Sighting.Direction;
import java.util.Arrays;
import java.util.List;

/** The values of one line, each checked by the rule of its field. Reused from line to line. */
final class VpcRecord {
  private static final List<String> ACTIONS = List.of("ACCEPT", "REJECT");
  private static final List<String> DIRECTIONS = List.of("ingress", "egress");
  private static final List<String> STATUSES = List.of("OK", "NODATA", "SKIPDATA");
  private static final int MAX_BYTE = 255;
  private static final int FIELDS = VpcField.values().length;

  private final VpcFormat format;
  private final ValueReader reader = new ValueReader();
  private final long[] numbers = new long[FIELDS];
  private final String[] addresses = new String[FIELDS];
  private Action action = Action.UNKNOWN;
  private Direction direction = Direction.UNKNOWN;

  VpcRecord(VpcFormat format) {
    this.format = format;
    Arrays.fill(numbers, FlowRecord.ABSENT);
    Arrays.fill(addresses, "");
  }

  /** Takes the values of a complete line; what is wrong with the first unsound one, or null. */
  Fault read(VpcLine line) {
    reader.clearRepairs();
    for (int i = 0; i < format.size(); i++) {
      VpcField field = format.field(i);
      if (field.kind() != Kind.TEXT) {
        read(field, line.at(i));
      }
    }
    return reader.takeFault();
  }

  private void read(VpcField field, FieldText value) {
    String name = field.id();
    int i = field.slot();
    switch (field.kind()) {
      case VERSION ->
          numbers[i] = reader.number(name, value, VpcField.FIRST_VERSION, VpcField.LAST_VERSION);
      case ADDRESS -> addresses[i] = reader.address(name, value);
      case PORT -> numbers[i] = reader.number(name, value, ValueReader.MAX_PORT);
      case PROTOCOL -> numbers[i] = reader.number(name, value, Protocols.MAX);
      case COUNT -> numbers[i] = reader.number(name, value, Long.MAX_VALUE);
      case BYTE -> numbers[i] = reader.number(name, value, MAX_BYTE);
      case TIME -> numbers[i] = reader.epochSeconds(name, value);
      case ACTION -> action = value.isAbsent() ? Action.UNKNOWN : action(name, value);
      case DIRECTION -> direction = value.isAbsent() ? Direction.UNKNOWN : direction(name, value);
      case STATUS -> reader.word(name, value, STATUSES);
      case TEXT -> {
        // Any text is sound.
      }
    }
  }

  private Action action(String name, FieldText value) {
    return reader.word(name, value, ACTIONS) == 0 ? Action.ACCEPT : Action.REJECT;
  }

  private Direction direction(String name, FieldText value) {
    return reader.word(name, value, DIRECTIONS) == 0 ? Direction.INGRESS : Direction.EGRESS;
  }

  /** Whether the line tells of no packet: nothing of one is there. */
  boolean isSilent() {
    boolean silent = action == Action.UNKNOWN;
    for (int i = 0; i < format.size(); i++) {
      VpcField field = format.field(i);
      boolean ofPackets = field.kind() != Kind.VERSION && field.kind() != Kind.TIME;
      silent &= !ofPackets || (number(field) == FlowRecord.ABSENT && address(field).isEmpty());
    }
    return silent;
  }

  /** The value of a number field, times in milliseconds, or ABSENT. */
  long number(VpcField field) {
    return numbers[field.slot()];
  }

  /** A line's time in milliseconds, or ABSENT where it is none; whatever else is in the line. */
  long timeOrAbsent(VpcLine line, VpcField field) {
    FieldText value = line.get(field);
    long time = value.isAbsent() ? FlowRecord.ABSENT : Timestamps.epochSeconds(value);
    return time == Timestamps.NONE ? FlowRecord.ABSENT : time;
  }

  /** The canonical text of an address field, or empty. */
  String address(VpcField field) {
    return addresses[field.slot()];
  }

  /** The value of a text field, or empty; one object for a value that recurs. */
  String text(VpcLine line, VpcField field) {
    FieldText value = line.get(field);
    return value.isAbsent() ? "" : reader.text(value);
  }

  Action action() {
    return action;
  }

  Direction direction() {
    return direction;
  }

  /** Shows the fields of a line that was read without a fault. */
  void show(VpcLine line, FieldVisitor visitor) {
    for (int i = 0; i < format.size(); i++) {
      VpcField field = format.field(i);
      FieldText value = line.at(i);
      if (value.isAbsent()) {
        continue;
      }
      if (field.kind().isNumber()) {
        visitor.number(field.id(), Digits.parse(value));
      } else {
        visitor.text(field.id(), value.text());
      }
    }
  }

  void reportRepairs(EntryCollector out) {
    reader.reportRepairs(out);
  }
}
