package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import dev.weir.model.Quantiles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the job made of the traffic, held against what was planted in it.
 *
 * @param attacks one for each planted attack, in their order
 * @param alerts messages on the alert topic
 * @param falseAlerts those of false incidents
 * @param incidents that were opened, a model's not counted
 * @param falseIncidents those that match no attack
 * @param normalP995 the score that 99.5 % of the windows without attack do not exceed; NaN where
 *     there are none
 */
record Verdict(
    List<Attack> attacks,
    long alerts,
    long falseAlerts,
    long incidents,
    long falseIncidents,
    double normalP995) {

  /**
   * A planted attack.
   *
   * @param incidents of its source or target while it lasted
   * @param alerts of these
   * @param finding of the first of them; null where there is none
   * @param secondsToOpen the newest event time that the broker had of the incident's source or
   *     target when the job told of it, less the attack's start; NaN where it is not known
   * @param closed whether the first of them ended by itself
   * @param bestScore of its windows; NaN where none was scored
   */
  record Attack(
      AttackLabel label,
      long incidents,
      long alerts,
      String finding,
      double secondsToOpen,
      boolean closed,
      double bestScore) {

    boolean detected() {
      return incidents > 0;
    }
  }

  static Verdict of(
      List<AttackLabel> labels, List<Told> alerts, List<Observed> scores, PartyTimes times) {
    List<SeenIncident> all = SeenIncident.of(alerts);
    List<SeenIncident> counted = all.stream().filter(seen -> !seen.isOfModel()).toList();
    List<SeenIncident> unfounded =
        counted.stream().filter(seen -> !seen.matchesAny(labels)).toList();
    double[] normal =
        scores.stream()
            .filter(window -> !window.matchesAny(labels))
            .mapToDouble(Observed::score)
            .sorted()
            .toArray();
    return new Verdict(
        labels.stream().map(label -> attack(label, counted, scores, times)).toList(),
        alerts.size(),
        unfounded.stream().mapToLong(seen -> seen.alerts().size()).sum(),
        counted.size(),
        unfounded.size(),
        Quantiles.nearestRank(normal, 0.995));
  }

  private static Attack attack(
      AttackLabel label, List<SeenIncident> all, List<Observed> scores, PartyTimes times) {
    List<SeenIncident> matching = all.stream().filter(seen -> seen.matches(label)).toList();
    Optional<SeenIncident> first =
        matching.stream().min(Comparator.comparingLong(SeenIncident::openedAt));
    return new Attack(
        label,
        matching.size(),
        matching.stream().mapToLong(seen -> seen.alerts().size()).sum(),
        first.map(SeenIncident::finding).orElse(null),
        first.map(seen -> secondsToOpen(label, seen, times)).orElse(Double.NaN),
        first.map(SeenIncident::isClosed).orElse(false),
        scores.stream()
            .filter(window -> window.matches(label))
            .mapToDouble(Observed::score)
            .max()
            .orElse(Double.NaN));
  }

  private static double secondsToOpen(AttackLabel label, SeenIncident seen, PartyTimes times) {
    long newest = times.newest(seen.party(), seen.openedAt());
    return newest == Long.MIN_VALUE ? Double.NaN : (newest - label.start().toEpochMilli()) / 1000.0;
  }

  long detected() {
    return attacks.stream().filter(Attack::detected).count();
  }
}
