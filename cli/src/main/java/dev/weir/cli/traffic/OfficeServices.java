package dev.weir.cli.traffic;

/** What desks ask of the servers inside: files, logons, mail. */
final class OfficeServices implements Habit {
  private static final double FILES_A_MINUTE = 0.14;
  private static final double WRITES = 0.3;
  private static final double LOGONS_A_MINUTE = 0.09;
  private static final double MAILS_A_MINUTE = 0.04;
  private static final long MAIL_POLL = 5 * Clock.MINUTE;

  private static final Shape READ =
      new Shape(
          Service.SMB,
          Spread.of(6_000, 0.8),
          new Spread(90_000, 2, 8e8),
          new Spread(9_000, 1.5, 1.2e6));
  private static final Shape WRITE =
      new Shape(
          Service.SMB,
          new Spread(70_000, 2, 6e8),
          Spread.of(5_000, 0.8),
          new Spread(9_000, 1.5, 1.2e6));
  private static final Shape TICKET =
      new Shape(
          Service.KERBEROS, Spread.of(1_700, 0.15), Spread.of(1_800, 0.15), Spread.of(12, 0.6));
  private static final Shape DIRECTORY =
      new Shape(Service.LDAP, Spread.of(1_500, 0.5), Spread.of(4_200, 0.9), Spread.of(60, 1.2));
  private static final Shape POLL =
      new Shape(
          Service.IMAPS, Spread.of(1_300, 0.1), new Spread(5_200, 0.8, 2e7), Spread.of(700, 0.5));
  private static final Shape SEND =
      new Shape(
          Service.SUBMISSION,
          new Spread(14_000, 1.7, 2.5e7),
          Spread.of(4_600, 0.1),
          Spread.of(1_400, 0.7));

  @Override
  public void act(Minute minute, Exporter out) {
    for (Desk desk : minute.desks()) {
      Dice dice = minute.dice("office", desk.host());
      Network network = minute.network();
      double busy = desk.activity();
      times(
          dice,
          FILES_A_MINUTE * busy * desk.persona().pace(),
          () -> {
            Shape shape = dice.chance(WRITES) ? WRITE : READ;
            out.export(
                shape.draw(desk.host(), network.one(Role.FILES), minute.moment(dice), dice), dice);
          });
      times(
          dice,
          LOGONS_A_MINUTE * (0.1 + busy),
          () -> {
            Shape shape = dice.chance(0.55) ? TICKET : DIRECTORY;
            out.export(
                shape.draw(desk.host(), network.one(Role.DIRECTORY), minute.moment(dice), dice),
                dice);
          });
      times(
          dice,
          MAILS_A_MINUTE * busy,
          () ->
              out.export(
                  SEND.draw(desk.host(), network.one(Role.MAIL), minute.moment(dice), dice), dice));
      Beat.of(MAIL_POLL, network.seed(), "mail-poll", desk.host().id())
          .in(
              minute,
              at -> out.export(POLL.draw(desk.host(), network.one(Role.MAIL), at, dice), dice));
    }
  }

  private static void times(Dice dice, double mean, Runnable action) {
    for (int count = dice.poisson(mean); count > 0; count--) {
      action.run();
    }
  }
}
