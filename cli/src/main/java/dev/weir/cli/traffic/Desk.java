package dev.weir.cli.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * A workstation that is switched on, in one minute.
 *
 * @param activity how busy its person is: 0 for away, 1 on average at work
 */
record Desk(Persona persona, double activity) {
  private static final double AT_WORK = 0.92;
  private static final double AT_WORK_ON_WEEKENDS = 0.05;
  private static final double AWAY = 0.25;
  private static final long SPELL = 15 * Clock.MINUTE;
  private static final int LUNCH_FROM = 12 * 60;
  private static final int LUNCH_TO = 13 * 60;

  Host host() {
    return persona.host();
  }

  /** The desks that are on in the minute that starts at {@code minute}. */
  static List<Desk> on(Network network, long minute) {
    List<Desk> desks = new ArrayList<>();
    for (Persona persona : network.personas()) {
      boolean working = working(network.seed(), persona, minute);
      if (working || persona.alwaysOn()) {
        desks.add(new Desk(persona, working ? activity(network.seed(), persona, minute) : 0));
      }
    }
    return desks;
  }

  private static boolean working(long seed, Persona persona, long minute) {
    Dice dice = Dice.of(seed, "presence", persona.host().id(), Clock.day(minute));
    boolean present = dice.chance(Clock.weekend(minute) ? AT_WORK_ON_WEEKENDS : AT_WORK);
    int arrival = persona.arrival() + (int) (12 * dice.gaussian());
    int departure = persona.departure() + (int) (25 * dice.gaussian());
    int now = Clock.minuteOfDay(minute);
    return present && now >= arrival && now < departure;
  }

  /** People do things in spells: a quarter of an hour is busy, quiet or spent elsewhere. */
  private static double activity(long seed, Persona persona, long minute) {
    Dice dice = Dice.of(seed, "spell", persona.host().id(), Math.floorDiv(minute, SPELL));
    double spell = dice.chance(AWAY) ? 0.05 : Math.min(3, dice.logNormal(1.05, 0.55));
    int now = Clock.minuteOfDay(minute);
    return now >= LUNCH_FROM && now < LUNCH_TO ? spell * 0.45 : spell;
  }
}
