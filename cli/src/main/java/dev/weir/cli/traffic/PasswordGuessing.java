package dev.weir.cli.traffic;

/**
 * Brute force from outside: four connections at a time, as the tools advise, each with a few
 * passwords before the server hangs up; some connections are dropped at the door.
 */
record PasswordGuessing(Host source, Host target, double perMinute, Shape attempt, double dropped)
    implements Tactic {
  private static final Shape SHELL =
      new Shape(
          Service.SSH,
          new Spread(2_300, 0.08, 3_500),
          new Spread(2_800, 0.08, 4_000),
          new Spread(5_500, 0.3, 19_000));
  private static final Shape DESKTOP =
      new Shape(
          Service.RDP,
          new Spread(2_000, 0.06, 3_000),
          new Spread(1_850, 0.06, 3_000),
          new Spread(1_400, 0.3, 9_000));

  /** At 40 connections a minute, a few of them refused by the server's limit of starting logins. */
  static PasswordGuessing ssh(Host source, Host target) {
    return new PasswordGuessing(source, target, 40, SHELL, 0.05);
  }

  /** At 30 connections a minute. */
  static PasswordGuessing rdp(Host source, Host target) {
    return new PasswordGuessing(source, target, 30, DESKTOP, 0);
  }

  @Override
  public double gap(long step, Dice dice) {
    return Clock.MINUTE / perMinute * dice.between(0.4, 1.6);
  }

  @Override
  public void step(long step, long at, Dice dice, Exporter out) {
    Conversation talk = attempt.draw(source, target, at, dice);
    out.export(dice.chance(dropped) ? talk.lasting(30).carrying(0, 0) : talk, dice);
  }

  @Override
  public long tail() {
    return 20_000;
  }
}
