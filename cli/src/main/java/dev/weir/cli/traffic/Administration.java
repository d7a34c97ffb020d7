package dev.weir.cli.traffic;

import java.util.List;

/** Admins on servers, from their desks over the jump host; staff at home on the terminal server. */
final class Administration implements Habit {
  private static final double SESSIONS_A_MINUTE = 0.05;
  private static final double HOME_SESSIONS_A_MINUTE = 0.004;
  private static final double MISTYPED = 0.25;
  private static final Shape SHELL =
      new Shape(
          Service.SSH,
          Spread.of(60_000, 1.1),
          Spread.of(160_000, 1.2),
          new Spread(420_000, 1, 3e6));
  private static final Shape FAILED_SHELL =
      new Shape(Service.SSH, Spread.of(2_300, 0.1), Spread.of(2_700, 0.1), Spread.of(7_000, 0.5));
  private static final Shape DESKTOP =
      new Shape(
          Service.RDP, Spread.of(1.4e6, 0.9), Spread.of(2.2e7, 1), new Spread(1.2e6, 0.7, 3.2e6));
  private static final Shape FAILED_DESKTOP =
      new Shape(Service.RDP, Spread.of(2_100, 0.1), Spread.of(1_900, 0.1), Spread.of(1_600, 0.5));

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    for (Desk desk : minute.desks()) {
      Dice dice = minute.dice("administration", desk.host());
      if (desk.persona().admin() && dice.chance(SESSIONS_A_MINUTE * desk.activity())) {
        session(minute, desk.host(), dice, out);
      }
    }
    for (Host home : network.internet().homes()) {
      Dice dice = minute.dice("home", home);
      double rate = HOME_SESSIONS_A_MINUTE * minute.visits();
      if (dice.chance(rate)) {
        retried(
            home,
            network.one(Role.TERMINAL),
            minute.moment(dice),
            FAILED_DESKTOP,
            DESKTOP,
            dice,
            out);
      } else if (dice.chance(rate / 3)) {
        retried(home, network.one(Role.JUMP), minute.moment(dice), FAILED_SHELL, SHELL, dice, out);
      }
    }
  }

  private void session(Minute minute, Host admin, Dice dice, Exporter out) {
    Network network = minute.network();
    List<Host> servers = network.servers();
    Host jump = network.one(Role.JUMP);
    long at = minute.moment(dice);
    if (dice.chance(0.2)) {
      retried(admin, network.one(Role.DIRECTORY), at, FAILED_DESKTOP, DESKTOP, dice, out);
      return;
    }
    retried(admin, jump, at, FAILED_SHELL, SHELL, dice, out);
    for (int n = dice.between(1, 4); n > 0; n--) {
      at += dice.between(15_000, 120_000);
      out.export(SHELL.draw(jump, dice.pick(servers), at, dice), dice);
    }
  }

  /** Passwords are mistyped: a short attempt, then the real one. */
  private void retried(
      Host from, Host to, long at, Shape failed, Shape shape, Dice dice, Exporter out) {
    long next = at;
    if (dice.chance(MISTYPED)) {
      out.export(failed.draw(from, to, at, dice), dice);
      next += dice.between(6_000, 20_000);
    }
    out.export(shape.draw(from, to, next, dice), dice);
  }
}
