package dev.weir.cli.deadletters;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterJson;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Dead letters by reason: how many, from when to when, and the first of them as an example. */
final class Summary {
  private static final int MAX_SHOWN = 160;
  private static final String ROW = "%-16s  %9s  %7s  %-24s  %-24s";

  private final Map<DeadLetterReason, Group> groups = new EnumMap<>(DeadLetterReason.class);
  private long total;
  private long cut;

  void add(DeadLetter letter) {
    total++;
    cut += letter.truncated() ? 1 : 0;
    groups.computeIfAbsent(letter.reason(), reason -> new Group(letter)).add(letter);
  }

  /** A table for people, the most frequent reason first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(text("%,d dead letters, %,d of them cut", total, cut));
    if (total == 0) {
      return lines;
    }
    lines.add("");
    lines.add(text(ROW, "reason", "letters", "share", "first received", "last received").strip());
    for (Group group : sorted()) {
      lines.add(
          text(
                  ROW,
                  group.example.reason(),
                  text("%,d", group.count),
                  text("%.1f %%", 100 * share(group)),
                  time(group.first),
                  time(group.last))
              .stripTrailing());
      lines.add("    " + group.example.origin() + ": " + group.example.detail());
      lines.add("    " + shown(group.example));
    }
    return lines;
  }

  /** A JSON object for each reason, the most frequent first. */
  List<String> jsonLines() {
    return sorted().stream().map(this::json).toList();
  }

  private String json(Group group) {
    byte[] bytes =
        JsonBytes.object(
            out -> {
              out.writeStringField("reason", group.example.reason().id());
              out.writeNumberField("letters", group.count);
              JsonBytes.number(out, "share", share(group));
              out.writeNumberField("truncated", group.cut);
              if (group.first != FlowRecord.ABSENT) {
                JsonBytes.time(out, "first_received", group.first);
                JsonBytes.time(out, "last_received", group.last);
              }
              out.writeFieldName("example");
              byte[] example = DeadLetterJson.toBytes(group.example);
              out.writeRawValue(new String(example, StandardCharsets.UTF_8));
            });
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<Group> sorted() {
    return groups.values().stream()
        .sorted(Comparator.comparingLong((Group group) -> group.count).reversed())
        .toList();
  }

  private double share(Group group) {
    return (double) group.count / total;
  }

  private static String time(long millis) {
    return millis == FlowRecord.ABSENT ? "-" : Instant.ofEpochMilli(millis).toString();
  }

  /** The payload's beginning in one line. */
  private static String shown(DeadLetter letter) {
    String all = new String(letter.payload(), StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder();
    all.codePoints()
        .limit(MAX_SHOWN)
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return shown + (shown.length() < all.length() || letter.truncated() ? "…" : "");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The letters of one reason. */
  private static final class Group {
    private final DeadLetter example;
    private long count;
    private long cut;
    private long first = FlowRecord.ABSENT;
    private long last = FlowRecord.ABSENT;

    Group(DeadLetter example) {
      this.example = example;
    }

    void add(DeadLetter letter) {
      count++;
      cut += letter.truncated() ? 1 : 0;
      long time = letter.receivedTime();
      if (time != FlowRecord.ABSENT) {
        first = first == FlowRecord.ABSENT ? time : Math.min(first, time);
        last = Math.max(last, time);
      }
    }
  }
}
