package dev.weir.network;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the network's own scanners: an address each, or addresses with days and hours. */
final class Scanners {

  private static final Set<String> KEYS = Set.of("addresses", "days", "from", "to");

  private Scanners() {}

  static List<Scanner> of(YamlPart part) {
    List<Scanner> scanners = new ArrayList<>();
    if (part != null) {
      part.list().forEach(item -> scanners.add(scanner(item)));
    }
    return scanners;
  }

  private static Scanner scanner(YamlPart part) {
    if (!part.isMapping()) {
      return new Scanner(NetworkFile.addresses(part), Schedule.ALWAYS);
    }
    Map<String, YamlPart> parts = part.mapping(KEYS);
    AddressSet addresses = NetworkFile.addresses(parts.get("addresses"));
    if (addresses.isEmpty()) {
      throw part.wrong("names no addresses; add 'addresses: [10.0.0.1]'");
    }
    if (parts.containsKey("from") != parts.containsKey("to")) {
      throw part.wrong("has one of from and to; give both or neither");
    }
    LocalTime from = time(parts.get("from"));
    return new Scanner(
        addresses, new Schedule(days(parts.get("days")), from, time(parts.get("to"))));
  }

  private static Set<DayOfWeek> days(YamlPart part) {
    if (part == null) {
      return Schedule.ALWAYS.days();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    part.list().forEach(item -> days.add(item.as(Scanners::day)));
    if (days.isEmpty()) {
      throw part.wrong("names no day; leave it out for every day");
    }
    return days;
  }

  /** A day by its English name or the first three letters of it. */
  private static DayOfWeek day(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no day; write mon, tue, …, sun");
  }

  private static LocalTime time(YamlPart part) {
    return part == null ? LocalTime.MIDNIGHT : part.as(Scanners::time);
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no time of day; write 02:30", e);
    }
  }
}
