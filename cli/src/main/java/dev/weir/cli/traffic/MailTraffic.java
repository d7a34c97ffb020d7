package dev.weir.cli.traffic;

/** Mail to and from the world, and junk that is turned away after its first lines. */
final class MailTraffic implements Habit {
  private static final double ARRIVING_A_MINUTE = 2.2;
  private static final double LEAVING_A_MINUTE = 0.8;
  private static final double JUNK = 0.35;
  private static final Shape LETTER =
      new Shape(
          Service.SMTP,
          new Spread(28_000, 1.5, 2.5e7),
          Spread.of(4_800, 0.1),
          Spread.of(2_200, 0.7));
  private static final Shape TURNED_AWAY =
      new Shape(Service.SMTP, Spread.of(900, 0.4), Spread.of(700, 0.3), Spread.of(1_500, 0.8));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    Dice dice = minute.dice("mail");
    Host mail = network.one(Role.MAIL);
    double scale = network.scale();
    for (int n = dice.poisson(ARRIVING_A_MINUTE * scale * (0.15 + minute.visits())); n > 0; n--) {
      boolean junk = dice.chance(JUNK);
      Host sender =
          junk ? Internet.stranger(dice) : dice.pickByRank(network.internet().mailServers());
      out.export((junk ? TURNED_AWAY : LETTER).draw(sender, mail, minute.moment(dice), dice), dice);
    }
    double writing = minute.desks().stream().mapToDouble(Desk::activity).sum() / 100;
    for (int n = dice.poisson(LEAVING_A_MINUTE * (0.05 * scale + writing)); n > 0; n--) {
      Host receiver = dice.pickByRank(network.internet().mailServers());
      long at = minute.moment(dice);
      NameLookups.ask(network, mail, at, dice, out);
      out.export(LETTER.draw(mail, receiver, at + 80, dice), dice);
    }
  }
}
