package dev.weir.cli.traffic;

/** People at their desks on the web: pages of several connections, downloads, some uploads. */
final class WebBrowsing implements Habit {
  private static final double PAGES_A_MINUTE = 1.0;
  private static final double FAVOURITE = 0.85;
  private static final double LOOKUP = 0.5;
  private static final double FURTHER_CONNECTIONS = 1.1;
  private static final double DOWNLOAD = 0.012;
  private static final double UPLOAD = 0.008;
  private static final double UNANSWERED = 0.008;

  private static final Spread REQUESTS = new Spread(2_400, 0.9, 4e5);
  private static final Spread CONTENT = new Spread(26_000, 1.6, 3e7);
  private static final Spread HELD_OPEN = new Spread(7_000, 1.3, 600_000);
  private static final Shape TLS = new Shape(Service.HTTPS, REQUESTS, CONTENT, HELD_OPEN);
  private static final Shape QUIC = new Shape(Service.QUIC, REQUESTS, CONTENT, HELD_OPEN);
  private static final Shape PLAIN =
      new Shape(Service.HTTP, Spread.of(500, 0.5), Spread.of(3_000, 1.4), Spread.of(900, 1));

  @Override
  public void act(Minute minute, Exporter out) {
    for (Desk desk : minute.desks()) {
      Dice dice = minute.dice("browsing", desk.host());
      double mean = PAGES_A_MINUTE * desk.persona().pace() * desk.activity();
      for (int pages = dice.poisson(mean); pages > 0; pages--) {
        page(minute, desk.persona(), dice, out);
      }
    }
  }

  private void page(Minute minute, Persona persona, Dice dice, Exporter out) {
    Internet internet = minute.network().internet();
    long at = minute.moment(dice);
    Host site = dice.pickByRank(dice.chance(FAVOURITE) ? persona.favourites() : internet.sites());
    connection(minute.network(), persona, site, at, dice, out);
    for (int more = dice.poisson(FURTHER_CONNECTIONS); more > 0; more--) {
      Host other = dice.pickByRank(internet.sites());
      connection(minute.network(), persona, other, at + dice.between(60, 1500), dice, out);
    }
  }

  private void connection(
      Network network, Persona persona, Host site, long at, Dice dice, Exporter out) {
    if (dice.chance(LOOKUP)) {
      Host asker = persona.proxied() ? network.one(Role.PROXY) : persona.host();
      NameLookups.ask(network, asker, at, dice, out);
    }
    Conversation talk = draw(persona.host(), site, at + dice.between(5, 60), dice);
    if (persona.proxied()) {
      WebProxy.relay(network, talk, dice, out);
    } else {
      out.export(
          dice.chance(UNANSWERED) ? talk.lasting(3_000).ending(Ending.silent(3)) : talk, dice);
    }
  }

  private Conversation draw(Host host, Host site, long at, Dice dice) {
    double kind = dice.unit();
    Conversation talk = (kind < 0.8 ? TLS : kind < 0.95 ? QUIC : PLAIN).draw(host, site, at, dice);
    if (dice.chance(DOWNLOAD)) {
      long size = (long) Math.min(1.2e9, dice.pareto(2e6, 1.15));
      return talk.carrying(talk.payloadIn(), size).lasting(transfer(size, 6e3, dice));
    }
    if (dice.chance(UPLOAD)) {
      long size = (long) Math.min(5e8, dice.logNormal(9e5, 1.6));
      return talk.carrying(size, talk.payloadOut()).lasting(transfer(size, 2.5e3, dice));
    }
    return talk;
  }

  /** How long a file takes at about this many bytes a millisecond. */
  private static long transfer(long size, double pace, Dice dice) {
    return 400 + (long) Math.min(55 * Clock.MINUTE, size / dice.logNormal(pace, 0.6));
  }
}
