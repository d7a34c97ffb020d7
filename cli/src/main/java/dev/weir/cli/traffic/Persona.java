package dev.weir.cli.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * A workstation and the habits of the person in front of it.
 *
 * @param pace how much more this person does than the average one
 * @param arrival minute of the day at which work usually begins
 * @param departure minute of the day at which it usually ends
 * @param alwaysOn whether the machine stays on overnight
 * @param admin whether the person administers servers
 * @param proxied whether the machine reaches the web through the proxy
 * @param favourites the sites that this person goes to, the dearest first
 */
record Persona(
    Host host,
    double pace,
    int arrival,
    int departure,
    boolean alwaysOn,
    boolean admin,
    boolean proxied,
    List<Host> favourites) {

  private static final int MIN_FAVOURITES = 25;
  private static final int MAX_FAVOURITES = 60;

  /** The person at the n-th workstation. */
  static Persona of(long seed, int n, Host host, Internet internet) {
    Dice dice = Dice.of(seed, "persona", n, 0);
    int arrival = (int) (8 * 60 + 30 + 40 * dice.gaussian());
    List<Host> favourites = new ArrayList<>();
    for (int i = dice.between(MIN_FAVOURITES, MAX_FAVOURITES); i > 0; i--) {
      favourites.add(dice.pickByRank(internet.sites()));
    }
    return new Persona(
        host,
        Math.min(3, dice.logNormal(1, 0.45)),
        arrival,
        arrival + 8 * 60 + 30 + (int) (30 * dice.gaussian()),
        dice.chance(0.3),
        n % 25 == 7,
        dice.chance(0.3),
        List.copyOf(favourites));
  }
}
