package dev.weir.cli.traffic;

import java.util.List;

/**
 * What any public address receives: a few probes from each of many scanners, most of them refused,
 * password guessing at a trickle, and searches for holes in web applications.
 */
final class BackgroundNoise implements Habit {
  private static final double PROBES_A_MINUTE = 2;
  private static final double GUESSERS_A_MINUTE = 0.5;
  private static final double SEARCHERS_A_MINUTE = 0.12;
  private static final String RULE = "Suspicious Web Traffic";

  /** Ports that scanners try, in order of their liking. */
  private static final List<Integer> PORTS =
      List.of(
          23, 22, 445, 3389, 80, 443, 8080, 5060, 3306, 1433, 6379, 2323, 8443, 5900, 25, 21, 123,
          53, 389, 11211, 5555, 81, 8728, 7547, 37215, 60023, 2222, 9200, 27017, 10250, 161, 1900);

  private static final Shape GUESS =
      new Shape(Service.SSH, Spread.of(2_200, 0.15), Spread.of(2_600, 0.15), Spread.of(4_000, 0.6));
  private static final Shape LOGON =
      new Shape(Service.RDP, Spread.of(1_700, 0.2), Spread.of(1_500, 0.2), Spread.of(1_200, 0.6));
  private static final Shape SEARCH =
      new Shape(Service.HTTPS, Spread.of(1_000, 0.2), Spread.of(5_600, 0.3), Spread.of(300, 0.5));

  @Override
  public void act(Minute minute, Exporter out) {
    Dice dice = minute.dice("noise");
    List<Host> reachable = minute.network().reachable();
    for (int n = dice.poisson(PROBES_A_MINUTE * reachable.size() / 2.5); n > 0; n--) {
      scan(minute, reachable, dice, out);
    }
    for (int n = dice.poisson(GUESSERS_A_MINUTE); n > 0; n--) {
      guess(minute, dice, out);
    }
    for (int n = dice.poisson(SEARCHERS_A_MINUTE); n > 0; n--) {
      search(minute, dice, out);
    }
  }

  /** One to six probes, of one port on several hosts or of several on one. */
  private void scan(Minute minute, List<Host> reachable, Dice dice, Exporter out) {
    Host scanner = Internet.scanner(dice);
    boolean across = dice.chance(0.6);
    int port = port(dice);
    Host target = dice.pick(reachable);
    long at = minute.moment(dice);
    for (int n = 1 + (int) Math.min(5, dice.exponential(1.7)); n > 0; n--) {
      Conversation probe = Conversation.of(scanner, target, Service.HTTP, at, dice);
      Ending ending = dice.chance(0.93) ? Ending.refused(1) : Ending.RESET;
      out.export(probe.via(probe.path().withTargetPort(port)).ending(ending), dice);
      at += (long) dice.exponential(4_000);
      if (across) {
        target = dice.pick(reachable);
      } else {
        port = port(dice);
      }
    }
  }

  private static int port(Dice dice) {
    return dice.chance(0.8) ? dice.pickByRank(PORTS) : 1 + dice.below(65_535);
  }

  private void guess(Minute minute, Dice dice, Exporter out) {
    boolean desktop = dice.chance(0.35);
    Host target = minute.network().one(desktop ? Role.TERMINAL : Role.JUMP);
    Host guesser = Internet.scanner(dice);
    long at = minute.moment(dice);
    for (int n = dice.between(1, 3); n > 0; n--) {
      out.export((desktop ? LOGON : GUESS).draw(guesser, target, at, dice), dice);
      at += 8_000 + (long) dice.exponential(15_000);
    }
  }

  private void search(Minute minute, Dice dice, Exporter out) {
    Host searcher = Internet.scanner(dice);
    Host server = PublicWeb.server(minute.network(), dice);
    long at = minute.moment(dice);
    for (int n = dice.between(1, 14); n > 0; n--) {
      String rule = dice.chance(0.3) ? RULE : "";
      Ending ending = Ending.http(rule.isEmpty() ? 404 : 403, rule);
      out.export(SEARCH.draw(searcher, server, at, dice).ending(ending), dice);
      at += (long) dice.exponential(700);
    }
  }
}
