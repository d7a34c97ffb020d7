package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import java.time.Instant;

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
}
