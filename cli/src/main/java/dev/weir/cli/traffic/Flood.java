package dev.weir.cli.traffic;

/**
 * Requests to the public web server, a connection each, hundreds a second from one address. The
 * server answers at first and then ever more often that it can't.
 */
record Flood(Host source, Host target, double perSecond) implements Tactic {
  private static final int OVERLOADED = 3_000;
  private static final Shape REQUEST =
      new Shape(
          Service.HTTPS,
          new Spread(820, 0.1, 1_200),
          new Spread(4_600, 0.25, 40_000),
          new Spread(180, 0.8, 8_000));

  @Override
  public double gap(long step, Dice dice) {
    return dice.exponential(1_000 / perSecond);
  }

  @Override
  public void step(long step, long at, Dice dice, Exporter out) {
    Conversation request = REQUEST.draw(source, target, at, dice);
    double failing = step < OVERLOADED ? 0.02 : 0.55;
    if (dice.chance(failing)) {
      out.export(request.carrying(820, 3_300).ending(Ending.http(503)), dice);
    } else {
      out.export(request.ending(Ending.http(200)), dice);
    }
  }

  @Override
  public long tail() {
    return 8_500;
  }
}
