package dev.weir.cli.traffic;

/** Packages: each server once a morning, virus signatures by the hour, everybody on patch day. */
final class Updates implements Habit {
  private static final int SERVERS_FROM = 6 * 60;
  private static final int SERVERS_APART = 3;
  private static final int TUESDAY = 1;
  private static final int PATCHES_FROM = 19 * 60 + 30;
  private static final int PATCHES_TO = 23 * 60;
  private static final double PATCHING_A_MINUTE = 0.06;
  private static final Shape INDEX =
      new Shape(
          Service.HTTPS, Spread.of(1_400, 0.3), new Spread(160_000, 1.1, 4e7), Spread.of(700, 0.6));
  private static final Shape SIGNATURES =
      new Shape(
          Service.HTTPS, Spread.of(1_500, 0.2), new Spread(60_000, 1.2, 2e7), Spread.of(600, 0.5));
  private static final Shape PATCH =
      new Shape(
          Service.HTTPS,
          Spread.of(9_000, 0.5),
          new Spread(3e7, 1.3, 1.4e9),
          new Spread(16_000, 0.9, 6e5));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    int turn = Clock.minuteOfDay(minute.start()) - SERVERS_FROM;
    if (turn >= 0 && turn % SERVERS_APART == 0 && turn / SERVERS_APART < network.servers().size()) {
      fetch(minute, network.servers().get(turn / SERVERS_APART), INDEX, 12, out);
    }
    for (Desk desk : minute.desks()) {
      Beat.of(Clock.HOUR, network.seed(), "signatures", desk.host().id())
          .in(minute, at -> fetch(minute, desk.host(), SIGNATURES, 1, out));
    }
    boolean patchDay = Clock.weekday(minute.start()) == TUESDAY;
    if (patchDay && minute.between(PATCHES_FROM, PATCHES_TO)) {
      patch(minute, out);
    }
  }

  private void patch(Minute minute, Exporter out) {
    for (Desk desk : minute.desks()) {
      if (minute.dice("patching", desk.host()).chance(PATCHING_A_MINUTE)) {
        fetch(minute, desk.host(), PATCH, 3, out);
      }
    }
  }

  private void fetch(Minute minute, Host host, Shape shape, int files, Exporter out) {
    Dice dice = minute.dice("updates", host);
    Network network = minute.network();
    boolean server = host.role() != Role.WORKSTATION;
    long at = minute.moment(dice);
    for (int n = 1 + dice.below(files); n > 0; n--) {
      Host mirror = network.internet().sites().get(dice.below(3));
      Conversation talk = shape.draw(host, mirror, at, dice);
      if (server && host.role() != Role.PROXY) {
        WebProxy.relay(network, talk, dice, out);
      } else {
        out.export(talk, dice);
      }
      at += dice.between(20, 4_000);
    }
  }
}
