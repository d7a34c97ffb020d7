package dev.weir.decode;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads values that must be sound or absent, and keeps what was wrong with the first that is
 * neither: how a decoder reads a whole record without a branch after every field.
 */
final class ValueReader {
  static final int MAX_PORT = 65_535;

  /** Texts of which a log may have many: accounts, interfaces, rules. */
  private static final int TEXTS = 1 << 12;

  /** Words of a small set. */
  private static final int WORDS = 1 << 6;

  /** Within so many characters an IPv6 address has its first colon. */
  private static final int LONGEST_GROUP = 5;

  private final Set<Repair> repairs = EnumSet.noneOf(Repair.class);
  private final AddressCache addresses = new AddressCache();
  private final TextCache<String> texts = new TextCache<>(TEXTS, FieldText::text);
  private final TextCache<Action> actions = new TextCache<>(WORDS, Action::of);
  private final TextCache<ConnState> connStates = new TextCache<>(WORDS, ConnState::of);
  private final TextCache<Integer> protocols = new TextCache<>(WORDS, Protocols::number);
  private Fault fault;

  /** What was wrong first since the last call, or null. */
  Fault takeFault() {
    Fault taken = fault;
    fault = null;
    return taken;
  }

  /** Forgets what was repaired. */
  void clearRepairs() {
    if (!repairs.isEmpty()) {
      repairs.clear();
    }
  }

  /** Tells what was repaired since the last {@link #clearRepairs}, each kind once. */
  void reportRepairs(EntryCollector out) {
    if (!repairs.isEmpty()) {
      repairs.forEach(out::repaired);
    }
  }

  /** Takes note of blanks around a value that is there. */
  void noteBlanks(FieldText value) {
    if (value.isTrimmed() && !value.isAbsent()) {
      repairs.add(Repair.BLANKS);
    }
  }

  /** A whole number from {@code min} to {@code max}, or ABSENT. */
  long number(String field, FieldText value, long min, long max) {
    long number = number(field, value, max);
    if (number != FlowRecord.ABSENT && number < min) {
      return fail(DeadLetterReason.OUT_OF_RANGE, field, value, "less than " + min);
    }
    return number;
  }

  /** A whole number from 0 to {@code max}, or ABSENT. */
  long number(String field, FieldText value, long max) {
    if (value.isAbsent()) {
      return FlowRecord.ABSENT;
    }
    long number = Digits.parse(value);
    if (number == Digits.NONE && Digits.isAll(value)) {
      boolean count = max == Long.MAX_VALUE;
      DeadLetterReason reason = count ? DeadLetterReason.BAD_NUMBER : DeadLetterReason.OUT_OF_RANGE;
      return fail(reason, field, value, "greater than " + max);
    }
    if (number == Digits.NONE) {
      return fail(DeadLetterReason.BAD_NUMBER, field, value, "not a whole number of digits 0 to 9");
    }
    if (number > max) {
      return fail(DeadLetterReason.OUT_OF_RANGE, field, value, "greater than " + max);
    }
    return number;
  }

  /** A protocol by number or name; a name that is not known is no fault, but absent. */
  int protocol(String field, FieldText value) {
    boolean numeric = value.isAbsent() || Protocols.looksNumeric(value);
    return numeric ? (int) number(field, value, Protocols.MAX) : protocols.get(value);
  }

  /** The same, where -1 says that there is none. */
  int protocolOrNone(String field, FieldText value) {
    return value.is("-1") ? FlowRecord.ABSENT : protocol(field, value);
  }

  /** Decimal seconds in milliseconds, or ABSENT. */
  long seconds(String field, FieldText value) {
    long millis = value.isAbsent() ? FlowRecord.ABSENT : Seconds.millis(value);
    if (millis == Seconds.NONE && !value.isAbsent()) {
      return fail(DeadLetterReason.BAD_NUMBER, field, value, "not a number of seconds");
    }
    return millis;
  }

  /** An address in canonical text, or empty. */
  String address(String field, FieldText value) {
    if (value.isAbsent()) {
      return "";
    }
    String address = addresses.get(value);
    if (address == null) {
      fail(DeadLetterReason.BAD_ADDRESS, field, value, "not an IPv4 or IPv6 address");
      return "";
    }
    if (isIpv6(value) && !value.is(address)) {
      repairs.add(hasZone(value) ? Repair.IPV6_ZONE : Repair.ADDRESS_FORM);
    }
    return address;
  }

  /** Of what is an address: IPv4 has but one form. */
  private static boolean isIpv6(FieldText address) {
    for (int i = 0; i < address.length() && i < LONGEST_GROUP; i++) {
      if (address.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasZone(FieldText address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '%') {
        return true;
      }
    }
    return false;
  }

  /** A country's code as the log has it: the flow puts it into upper case. */
  String country(FieldText value) {
    for (int i = 0; value.length() == 2 && i < 2; i++) {
      if (value.charAt(i) >= 'a' && value.charAt(i) <= 'z') {
        repairs.add(Repair.LETTER_CASE);
      }
    }
    return text(value);
  }

  /** Any text, one object for one that recurs. */
  String text(FieldText value) {
    return texts.get(value);
  }

  /** What Zeek says of how a connection went. */
  ConnState connState(FieldText value) {
    return connStates.get(value);
  }

  /** A name that stands for an address, as it is, or empty. */
  String opaqueAddress(String field, FieldText value) {
    if (value.length() > FlowRecord.MAX_TEXT) {
      String rule = "longer than " + FlowRecord.MAX_TEXT + " characters";
      fail(DeadLetterReason.BAD_ADDRESS, field, value, rule);
      return "";
    }
    return value.isAbsent() ? "" : text(value);
  }

  /** A time as the log writes it, or ABSENT. */
  long time(String field, FieldText value, TimeFormat format) {
    long time = value.isAbsent() ? FlowRecord.ABSENT : format.parse(value);
    if (time == Timestamps.NONE && !value.isAbsent()) {
      return fail(DeadLetterReason.BAD_TIME, field, value, format.rule());
    }
    return time;
  }

  /** A time in epoch seconds, or ABSENT. */
  long epochSeconds(String field, FieldText value) {
    long time = value.isAbsent() ? FlowRecord.ABSENT : Timestamps.epochSeconds(value);
    if (time == Timestamps.NONE && !value.isAbsent()) {
      return fail(DeadLetterReason.BAD_TIME, field, value, "not a time in epoch seconds");
    }
    return time;
  }

  /** An action of the closed set, or null. */
  Action actionOrNull(FieldText value) {
    return actions.get(value);
  }

  /** An action of the closed set, or UNKNOWN. */
  Action action(String field, FieldText value) {
    Action action = value.isAbsent() ? Action.UNKNOWN : actions.get(value);
    if (action == null) {
      fail(DeadLetterReason.BAD_VALUE, field, value, "not an action such as ACCEPT or REJECT");
      return Action.UNKNOWN;
    }
    return action;
  }

  /** The index of the word, in any case, that a value is; -1 and a fault where it is none. */
  int word(String field, FieldText value, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (value.is(words.get(i))) {
        return i;
      }
    }
    for (int i = 0; i < words.size(); i++) {
      if (value.isInAnyCase(words.get(i))) {
        repairs.add(Repair.LETTER_CASE);
        return i;
      }
    }
    fail(DeadLetterReason.BAD_VALUE, field, value, "not one of " + String.join(", ", words));
    return -1;
  }

  private long fail(DeadLetterReason reason, String field, FieldText value, String rule) {
    if (fault == null) {
      fault = Fault.of(reason, field, value, rule);
    }
    return FlowRecord.ABSENT;
  }
}
