package dev.weir.cli.traffic;

import java.util.List;

/** Continuous integration: every commit is a burst of downloads; one build runs at night. */
final class Builds implements Habit {
  private static final double COMMITS_A_MINUTE = 0.09;
  private static final int NIGHTLY = 2 * 60 + 30;
  private static final int MIN_DOWNLOADS = 15;
  private static final int MAX_DOWNLOADS = 90;
  private static final Shape CLONE =
      new Shape(
          Service.SSH, Spread.of(9_000, 0.4), new Spread(4e6, 1.2, 5e8), Spread.of(3_500, 0.6));
  private static final Shape PACKAGE =
      new Shape(
          Service.HTTPS, Spread.of(1_500, 0.3), new Spread(120_000, 1.8, 3e8), Spread.of(350, 0.9));
  private static final Shape TEST_DATA =
      new Shape(
          Service.POSTGRES, Spread.of(12_000, 1), Spread.of(90_000, 1.3), Spread.of(1_500, 1));
  private static final Shape COMMIT =
      new Shape(Service.HTTPS, Spread.of(6_000, 0.8), Spread.of(9_000, 0.5), Spread.of(500, 0.6));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    Dice dice = minute.dice("builds");
    double working = minute.desks().stream().mapToDouble(Desk::activity).sum() / 100;
    int builds = dice.poisson(COMMITS_A_MINUTE * working) + (minute.is(NIGHTLY) ? 1 : 0);
    for (int n = 0; n < builds; n++) {
      Host runner = dice.pick(network.all(Role.CI));
      List<Desk> desks = minute.desks();
      long at = minute.moment(dice);
      if (!desks.isEmpty()) {
        out.export(COMMIT.draw(dice.pick(desks).host(), runner, at, dice), dice);
      }
      build(network, runner, at + 1_500, dice, out);
    }
  }

  private void build(Network network, Host runner, long from, Dice dice, Exporter out) {
    List<Host> sites = network.internet().sites();
    long at = from;
    out.export(CLONE.draw(runner, sites.get(4), at, dice), dice);
    for (int n = dice.between(MIN_DOWNLOADS, MAX_DOWNLOADS); n > 0; n--) {
      at += (long) dice.exponential(900);
      out.export(PACKAGE.draw(runner, sites.get(5 + dice.below(4)), at, dice), dice);
    }
    for (int n = dice.between(3, 12); n > 0; n--) {
      at += (long) dice.exponential(4_000);
      Host database = network.all(Role.DATABASE).get(1);
      out.export(TEST_DATA.draw(runner, database, at, dice), dice);
    }
  }
}
