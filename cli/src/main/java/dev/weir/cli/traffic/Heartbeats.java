package dev.weir.cli.traffic;

import java.util.List;

/**
 * Regular and harmless: clocks that are set, agents that report to their vendor's cloud, resolvers
 * and directory that replicate. Beacons look like the second of these.
 */
final class Heartbeats implements Habit {
  private static final long CLOCK_INSIDE = 1024_000;
  private static final long CLOCK_OUTSIDE = 128_000;
  private static final long SERVER_AGENT = 60_000;
  private static final long DESK_AGENT = 300_000;
  private static final int JITTER = 900;
  private static final double LOOKUPS_A_MINUTE = 0.5;

  private static final Shape CLOCK =
      new Shape(Service.NTP, Spread.fixed(48), Spread.fixed(48), new Spread(1, 0.4, 300));
  private static final Shape CLOCK_FAR =
      new Shape(Service.NTP, Spread.fixed(48), Spread.fixed(48), new Spread(14, 0.3, 300));
  private static final Shape REPORT =
      new Shape(
          Service.HTTPS,
          new Spread(2_600, 0.08, 9_000),
          new Spread(4_900, 0.03, 9_000),
          Spread.of(260, 0.3));
  private static final Shape REPLICATION =
      new Shape(
          Service.POSTGRES, Spread.of(40_000, 0.9), Spread.of(1_200, 0.3), Spread.fixed(59_000));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    for (Host server : network.servers()) {
      clock(minute, server, out);
      report(minute, server, SERVER_AGENT, out);
      lookups(minute, server, out);
    }
    for (Desk desk : minute.desks()) {
      clock(minute, desk.host(), out);
      report(minute, desk.host(), DESK_AGENT, out);
    }
    outsideClocks(minute, out);
    List<Host> databases = network.all(Role.DATABASE);
    Dice dice = minute.dice("replication");
    out.export(
        REPLICATION.draw(databases.get(1), databases.get(0), minute.start() + 200, dice), dice);
  }

  /** Servers ask for the same few names again and again. */
  private void lookups(Minute minute, Host server, Exporter out) {
    Dice dice = minute.dice("server-lookups", server);
    for (int n = dice.poisson(LOOKUPS_A_MINUTE); n > 0; n--) {
      NameLookups.ask(minute.network(), server, minute.moment(dice), dice, out);
    }
  }

  private void clock(Minute minute, Host host, Exporter out) {
    Network network = minute.network();
    Host server = network.one(Role.DIRECTORY);
    if (host.equals(server)) {
      return;
    }
    Beat.of(CLOCK_INSIDE, network.seed(), "clock", host.id())
        .in(
            minute,
            at -> {
              Dice dice = Dice.of(network.seed(), "clock", host.id(), at);
              out.export(CLOCK.draw(host, server, at, dice), dice);
            });
  }

  private void outsideClocks(Minute minute, Exporter out) {
    Network network = minute.network();
    Host directory = network.one(Role.DIRECTORY);
    for (Host server : network.internet().timeServers()) {
      Beat.of(CLOCK_OUTSIDE, network.seed(), "clock", server.id())
          .in(
              minute,
              at -> {
                Dice dice = Dice.of(network.seed(), "clock", server.id(), at);
                out.export(CLOCK_FAR.draw(directory, server, at, dice), dice);
              });
    }
  }

  private void report(Minute minute, Host host, long period, Exporter out) {
    Network network = minute.network();
    List<Host> vendors = network.internet().vendors();
    Host vendor = vendors.get(host.id() % vendors.size());
    Beat.of(period, network.seed(), "agent", host.id())
        .in(
            minute,
            at -> {
              Dice dice = Dice.of(network.seed(), "agent", host.id(), at);
              out.export(REPORT.draw(host, vendor, at + dice.below(JITTER), dice), dice);
            });
  }
}
