package dev.weir.cli.traffic;

import java.util.List;

/** The monitoring host talks to everybody, all day: a sweep but for its purpose. */
final class Monitoring implements Habit {
  private static final long EVERY_MINUTE = 60_000;
  private static final long EVERY_FIVE = 300_000;
  private static final Shape PING =
      new Shape(Service.PING, Spread.fixed(56), Spread.fixed(56), new Spread(1, 0.5, 900));
  private static final Shape METRICS =
      new Shape(Service.AGENT, Spread.of(330, 0.02), Spread.of(21_000, 0.1), Spread.of(40, 0.4));
  private static final Shape WALK =
      new Shape(Service.SNMP, Spread.of(900, 0.05), Spread.of(7_000, 0.1), Spread.of(240, 0.4));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    for (Host server : network.servers()) {
      poll(minute, server, EVERY_MINUTE, METRICS, Ending.SERVED, out);
      poll(minute, server, EVERY_FIVE, PING, Ending.SERVED, out);
    }
    boolean[] on = new boolean[network.hosts().size()];
    minute.desks().forEach(desk -> on[desk.host().id()] = true);
    for (Host workstation : network.all(Role.WORKSTATION)) {
      Ending ending = on[workstation.id()] ? Ending.SERVED : Ending.silent(2);
      poll(minute, workstation, EVERY_FIVE, PING, ending, out);
    }
    for (Host appliance : List.of(network.one(Role.FILES), network.one(Role.PROXY))) {
      poll(minute, appliance, EVERY_MINUTE, WALK, Ending.SERVED, out);
    }
  }

  private void poll(
      Minute minute, Host host, long period, Shape shape, Ending ending, Exporter out) {
    Network network = minute.network();
    Host monitor = network.one(Role.MONITORING);
    if (host.equals(monitor)) {
      return;
    }
    Beat.of(period, network.seed(), shape.service().name(), host.id())
        .in(
            minute,
            at -> {
              Dice dice = Dice.of(network.seed(), shape.service().name(), host.id(), at);
              out.export(shape.draw(monitor, host, at, dice).ending(ending), dice);
            });
  }
}
