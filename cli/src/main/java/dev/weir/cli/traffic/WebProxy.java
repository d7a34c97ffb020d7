package dev.weir.cli.traffic;

/** The web proxy: each conversation through it is seen before and behind it. */
final class WebProxy {
  private static final double DENIED = 0.01;
  private static final double UNREACHABLE = 0.008;

  private WebProxy() {}

  /** Lets a host's conversation with a site outside run over the proxy, which logs its status. */
  static void relay(Network network, Conversation talk, Dice dice, Exporter out) {
    Host client = talk.path().source();
    Host proxy = network.one(Role.PROXY);
    Conversation asked = talk.via(Path.of(client, proxy, Service.PROXY, dice));
    if (dice.chance(DENIED)) {
      out.export(asked.carrying(420, 1_900).lasting(4).ending(Ending.http(403)), dice);
      return;
    }
    Path behind = Path.of(proxy, talk.path().target(), Service.HTTPS, dice);
    if (dice.chance(UNREACHABLE)) {
      out.export(asked.carrying(420, 2_100).lasting(3_010).ending(Ending.http(502)), dice);
      out.export(talk.via(behind).lasting(3_000).ending(Ending.silent(3)), dice);
      return;
    }
    out.export(asked.ending(Ending.http(200)), dice);
    out.export(talk.via(behind).at(talk.start() + 2), dice);
  }
}
