package dev.weir.cli.traffic;

import java.util.List;

/** The public web servers' visitors, at their own hours, and what each visit causes behind. */
final class PublicWeb implements Habit {
  private static final double VISITS_A_MINUTE = 13;
  private static final double KNOWN = 0.6;
  private static final double SECOND_SERVER = 0.4;
  private static final double FURTHER_CONNECTIONS = 1.4;
  private static final double CALLS_BEHIND = 0.35;
  private static final Shape PAGE =
      new Shape(
          Service.HTTPS,
          Spread.of(2_100, 0.8),
          new Spread(48_000, 1.3, 6e7),
          new Spread(5_200, 1, 2e5));
  private static final Shape APP_CALL =
      new Shape(Service.APP, Spread.of(1_300, 0.6), Spread.of(7_000, 1), Spread.of(90, 1));
  private static final Shape QUERY =
      new Shape(
          Service.POSTGRES, Spread.of(2_400, 0.8), Spread.of(11_000, 1.2), Spread.of(60, 1.1));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    Dice dice = minute.dice("visits");
    int visits = dice.poisson(VISITS_A_MINUTE * network.scale() * minute.visits());
    for (int n = 0; n < visits; n++) {
      visit(minute, dice, out);
    }
  }

  private void visit(Minute minute, Dice dice, Exporter out) {
    Network network = minute.network();
    List<Host> customers = network.internet().customers();
    Host visitor = dice.chance(KNOWN) ? dice.pickByRank(customers) : Internet.stranger(dice);
    Host server = server(network, dice);
    long at = minute.moment(dice);
    for (int n = 1 + dice.poisson(FURTHER_CONNECTIONS); n > 0; n--) {
      Ending ending = Ending.http(status(dice));
      out.export(PAGE.draw(visitor, server, at, dice).ending(ending), dice);
      behind(network, server, at, dice, out);
      at += (long) dice.exponential(6_000);
    }
  }

  /** One of the two web servers, the first somewhat more often. */
  static Host server(Network network, Dice dice) {
    return network.all(Role.WEB).get(dice.chance(SECOND_SERVER) ? 1 : 0);
  }

  private static void behind(Network network, Host server, long at, Dice dice, Exporter out) {
    if (dice.chance(CALLS_BEHIND)) {
      Host app = network.one(Role.APP);
      out.export(APP_CALL.draw(server, app, at + 4, dice), dice);
      out.export(QUERY.draw(app, network.one(Role.DATABASE), at + 7, dice), dice);
    }
  }

  private static int status(Dice dice) {
    double roll = dice.unit();
    if (roll < 0.93) {
      return roll < 0.8 ? 200 : roll < 0.88 ? 304 : 302;
    }
    return roll < 0.975 ? 404 : roll < 0.99 ? 403 : roll < 0.995 ? 500 : 503;
  }
}
