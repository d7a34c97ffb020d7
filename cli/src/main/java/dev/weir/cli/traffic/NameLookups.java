package dev.weir.cli.traffic;

/** Asks a resolver, which asks outside if it does not know. */
final class NameLookups {
  private static final double UNKNOWN = 0.3;
  private static final double SECOND_RESOLVER = 0.2;
  private static final Shape QUESTION =
      new Shape(
          Service.DNS, new Spread(42, 0.2, 120), new Spread(150, 0.6, 1200), new Spread(3, 1, 900));
  private static final Shape RECURSION =
      new Shape(
          Service.DNS,
          new Spread(52, 0.2, 120),
          new Spread(260, 0.7, 1200),
          new Spread(28, 0.8, 2000));

  private NameLookups() {}

  static void ask(Network network, Host asker, long at, Dice dice, Exporter out) {
    Host resolver = network.all(Role.RESOLVER).get(dice.chance(SECOND_RESOLVER) ? 1 : 0);
    boolean unknown = dice.chance(UNKNOWN);
    Conversation question = QUESTION.draw(asker, resolver, at, dice);
    if (unknown) {
      Host outside = dice.pickByRank(network.internet().resolvers());
      Conversation recursion = RECURSION.draw(resolver, outside, at + 1, dice);
      out.export(recursion, dice);
      question = question.lasting(recursion.millis() + 2);
    }
    out.export(question, dice);
  }
}
