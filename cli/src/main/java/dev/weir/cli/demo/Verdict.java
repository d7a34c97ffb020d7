package dev.weir.cli.demo;

import dev.weir.cli.traffic.AttackLabel;
import dev.weir.model.Quantiles;
import java.util.List;

/**
 * What the job made of the traffic, held against what was planted in it.
 *
 * @param attacks one for each planted attack, in their order
 * @param alerts messages on the alert topic
 * @param falseAlerts those that match no attack
 * @param normalP995 the score that 99.5 % of the windows without attack do not exceed; NaN where
 *     there are none
 */
record Verdict(List<Attack> attacks, long alerts, long falseAlerts, double normalP995) {

  /**
   * A planted attack.
   *
   * @param alerts of its source while it lasted
   * @param bestScore of its windows; NaN where none was scored
   */
  record Attack(AttackLabel label, long alerts, double bestScore) {
    boolean detected() {
      return alerts > 0;
    }
  }

  static Verdict of(List<AttackLabel> labels, List<Observed> alerts, List<Observed> scores) {
    List<Attack> attacks = labels.stream().map(label -> attack(label, alerts, scores)).toList();
    double[] normal =
        scores.stream()
            .filter(window -> !window.matchesAny(labels))
            .mapToDouble(Observed::score)
            .sorted()
            .toArray();
    return new Verdict(
        attacks,
        alerts.size(),
        alerts.stream().filter(alert -> !alert.matchesAny(labels)).count(),
        Quantiles.nearestRank(normal, 0.995));
  }

  private static Attack attack(AttackLabel label, List<Observed> alerts, List<Observed> scores) {
    return new Attack(
        label,
        alerts.stream().filter(alert -> alert.matches(label)).count(),
        scores.stream()
            .filter(window -> window.matches(label))
            .mapToDouble(Observed::score)
            .max()
            .orElse(Double.NaN));
  }

  long detected() {
    return attacks.stream().filter(Attack::detected).count();
  }
}
