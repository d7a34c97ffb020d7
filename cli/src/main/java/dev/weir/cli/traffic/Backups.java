package dev.weir.cli.traffic;

import java.util.List;

/** At night every server's changes go to the backup server, and from there copies to a vault. */
final class Backups implements Habit {
  private static final int FIRST = 60;
  private static final int APART = 9;
  private static final int VAULT_FROM = 4 * 60 + 20;
  private static final int VAULT_STREAMS = 4;
  private static final double BYTES_A_MILLI = 38_000;
  private static final Spread DATABASE = new Spread(6e9, 0.25, 2e10);
  private static final Spread OTHER = new Spread(4e8, 0.6, 1e10);
  private static final Spread VAULT_STREAM = new Spread(2.2e9, 0.2, 6e9);

  @Override
  public void act(Minute minute, Exporter out) {
    Network network = minute.network();
    Host backup = network.one(Role.BACKUP);
    List<Host> servers = network.servers();
    int turn = Clock.minuteOfDay(minute.start()) - FIRST;
    if (turn >= 0 && turn % APART == 0 && turn / APART < servers.size()) {
      Host server = servers.get(turn / APART);
      if (!server.equals(backup)) {
        nightly(minute, server, backup, out);
      }
    }
    if (minute.is(VAULT_FROM)) {
      vault(minute, backup, out);
    }
  }

  private void nightly(Minute minute, Host server, Host backup, Exporter out) {
    Dice dice = minute.dice("backup", server);
    long size = (server.role() == Role.DATABASE ? DATABASE : OTHER).draw(dice);
    if (Clock.weekend(minute.start())) {
      size *= 2;
    }
    Conversation copy =
        Conversation.of(server, backup, Service.RSYNC, minute.moment(dice), dice)
            .carrying(size, size / 700)
            .lasting((long) (size / dice.logNormal(BYTES_A_MILLI, 0.2)));
    out.export(copy, dice);
  }

  private void vault(Minute minute, Host backup, Exporter out) {
    Dice dice = minute.dice("vault", backup);
    for (int i = 0; i < VAULT_STREAMS; i++) {
      long size = VAULT_STREAM.draw(dice);
      Host vault = minute.network().internet().vault();
      Conversation copy =
          Conversation.of(backup, vault, Service.HTTPS, minute.moment(dice), dice)
              .carrying(size, size / 900)
              .lasting((long) (size / dice.logNormal(3_000, 0.1)));
      out.export(copy, dice);
    }
  }
}
