package dev.weir.cli.traffic;

import java.time.Instant;

/** An attack under way: takes its steps as time goes on. */
final class PlantedAttack {
  private final AttackKind kind;
  private final Host source;
  private final String target;
  private final Tactic tactic;
  private final long start;
  private final long end;
  private final double rate;
  private final Dice dice;
  private long step;
  private double next;

  /** An attack in {@code [start, end)} that steps {@code rate} times as often as usual. */
  PlantedAttack(
      AttackKind kind,
      Host source,
      String target,
      Tactic tactic,
      long start,
      long end,
      double rate,
      Dice dice) {
    this.kind = kind;
    this.source = source;
    this.target = target;
    this.tactic = tactic;
    this.start = start;
    this.end = end;
    this.rate = rate;
    this.dice = dice;
    next = start;
  }

  /** Exports the steps before {@code until} that were not taken yet. */
  void advance(long until, Exporter out) {
    double last = Math.min(until, end - tactic.tail());
    out.label(kind.id());
    while (next < last && step < tactic.steps()) {
      tactic.step(step, (long) next, dice, out);
      next += tactic.gap(step, dice) / rate;
      step++;
    }
    out.label(TrafficFlow.NORMAL);
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /** The label of as much of it as lies before {@code until}. */
  AttackLabel label(long until) {
    return new AttackLabel(
        kind.id(),
        source.ip(),
        target,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(Math.min(end, until)));
  }
}
