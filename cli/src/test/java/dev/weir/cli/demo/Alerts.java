package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import java.time.Instant;
import java.util.List;

/** Windows and labels of one morning. */
final class Alerts {

  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  private Alerts() {}

  static Instant minute(int minute) {
    return TEN.plusSeconds(minute * 60L);
  }

  /** A window of a minute. */
  static Observed window(String source, int minute, double score) {
    return new Observed(source, minute(minute), minute(minute + 1), score, 0);
  }

  static AttackLabel attack(String source, int from, int to) {
    return new AttackLabel("scan-" + source, source, "target", minute(from), minute(to));
  }

  /** An alert of a source's incident in a window of a minute. */
  static Told told(String source, int minute, String status) {
    return new Told(
        "incident-" + source,
        status,
        "source",
        "scan",
        source,
        null,
        minute(minute),
        minute(minute).plusSeconds(50),
        minute(minute + 1),
        status.equals("close") ? "quiet" : null,
        false,
        minute(minute).plusSeconds(30).toEpochMilli(),
        minute(minute).plusSeconds(31).toEpochMilli());
  }

  static PartyTimes noTimes() {
    return new PartyTimes(List.of());
  }
}
