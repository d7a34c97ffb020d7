package dev.weir.cli.traffic;

/** An implant that asks for orders every ten seconds, give or take a tenth, and hears of none. */
record Beaconing(Host source, Host target) implements Tactic {
  private static final double INTERVAL_MILLIS = 10_000;
  private static final double JITTER = 0.1;
  private static final Shape CHECK_IN =
      new Shape(
          Service.HTTPS,
          new Spread(920, 0.01, 1_000),
          new Spread(3_350, 0.005, 3_500),
          new Spread(230, 0.15, 900));

  @Override
  public double gap(long step, Dice dice) {
    return INTERVAL_MILLIS * dice.between(1 - JITTER, 1 + JITTER);
  }

  @Override
  public void step(long step, long at, Dice dice, Exporter out) {
    out.export(CHECK_IN.draw(source, target, at, dice), dice);
  }

  @Override
  public long tail() {
    return 1_000;
  }
}
