package dev.weir.cli.traffic;

/** Search engines' robots: many short sessions, for hours, day and night. */
final class Crawlers implements Habit {
  private static final long SPELL = 40 * Clock.MINUTE;
  private static final double CRAWLING = 0.35;
  private static final Shape FETCH =
      new Shape(
          Service.HTTPS, Spread.of(900, 0.15), new Spread(18_000, 1, 4e6), Spread.of(350, 0.6));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    for (Host crawler : network.internet().crawlers()) {
      long spell = Math.floorDiv(minute.start(), SPELL);
      Dice mood = Dice.of(network.seed(), "crawl", crawler.id(), spell);
      if (!mood.chance(CRAWLING)) {
        continue;
      }
      double pace = Math.min(30, mood.logNormal(7, 0.6));
      Dice dice = minute.dice("crawler", crawler);
      for (int n = dice.poisson(pace); n > 0; n--) {
        Host server = network.all(Role.WEB).get((int) Math.floorMod(spell, 2L));
        Ending ending = Ending.http(dice.chance(0.08) ? 404 : dice.chance(0.2) ? 304 : 200);
        out.export(FETCH.draw(crawler, server, minute.moment(dice), dice).ending(ending), dice);
      }
    }
  }
}
