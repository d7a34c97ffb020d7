package dev.weir.cli.traffic;

/** How an attack goes on, step by step: an attempt, a probe, a request, a call home. */
interface Tactic {

  /** Milliseconds from a step to the next, at the usual rate. */
  double gap(long step, Dice dice);

  /** Exports what the step does, which may take up to {@link #tail}. */
  void step(long step, long at, Dice dice, Exporter out);

  /** How many steps there are at most. */
  default long steps() {
    return Long.MAX_VALUE;
  }

  /** Milliseconds that a step's conversations last at most. */
  long tail();
}
