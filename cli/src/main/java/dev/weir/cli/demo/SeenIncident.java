package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All alerts of one incident, as the topic has them.
 *
 * @param alerts in their order; never empty
 */
record SeenIncident(List<Told> alerts) {

  /** Keeps a list of its own. */
  SeenIncident {
    alerts = List.copyOf(alerts);
  }

  /** The incidents that alerts tell of, by their opening. */
  static List<SeenIncident> of(List<Told> alerts) {
    Map<String, List<Told>> byId = new LinkedHashMap<>();
    alerts.forEach(
        alert -> byId.computeIfAbsent(alert.incident(), id -> new ArrayList<>()).add(alert));
    return byId.values().stream().map(SeenIncident::new).toList();
  }

  private Told last() {
    return alerts.get(alerts.size() - 1);
  }

  /** What it was called in the end. */
  String finding() {
    return last().finding();
  }

  boolean isOfModel() {
    return last().isOfModel();
  }

  /** When it was first told, epoch milliseconds. */
  long openedAt() {
    return alerts.get(0).emittedAt();
  }

  /** Whether it ended by itself, and not with the job. */
  boolean isClosed() {
    return "quiet".equals(last().closeReason());
  }

  /** Whether this is the attacker, or the victim, at the time of the attack. */
  boolean matches(AttackLabel label) {
    boolean party =
        last().srcIp() == null
            ? label.target().equals(last().target())
            : label.srcIp().equals(last().srcIp());
    return party && firstSeen().isBefore(label.end()) && !last().lastSeen().isBefore(label.start());
  }

  boolean matchesAny(List<AttackLabel> labels) {
    return labels.stream().anyMatch(this::matches);
  }

  /** Who it is about, by address; null of a model's. */
  String party() {
    return last().srcIp() == null ? last().target() : last().srcIp();
  }

  private Instant firstSeen() {
    return last().firstSeen();
  }
}
