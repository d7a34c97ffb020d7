package dev.weir.cli.traffic;

/** Meetings at the hour and the half hour: long streams of datagrams, both ways. */
final class VideoCalls implements Habit {
  private static final double JOINING = 0.09;
  private static final int PUNCTUALITY = 4;
  private static final Spread MINUTES = new Spread(31, 0.4, 55);
  private static final Spread SENT_A_SECOND = new Spread(110_000, 0.6, 500_000);
  private static final Spread RECEIVED_A_SECOND = new Spread(190_000, 0.6, 900_000);
  private static final int SPEECH_PORTS = 3_480;

  @Override
  public void act(Minute minute, Exporter out) {
    if (Clock.minuteOfDay(minute.start()) % 30 >= PUNCTUALITY) {
      return;
    }
    for (Desk desk : minute.desks()) {
      Dice dice = minute.dice("call", desk.host());
      if (desk.activity() > 0 && dice.chance(JOINING / PUNCTUALITY)) {
        out.export(call(minute, desk.host(), dice), dice);
      }
    }
  }

  private Conversation call(Minute minute, Host host, Dice dice) {
    Host relay = dice.pick(minute.network().internet().relays());
    long seconds = 60 * MINUTES.draw(dice);
    Conversation call =
        Conversation.of(host, relay, Service.CALL, minute.moment(dice), dice)
            .lasting(seconds * 1000)
            .carrying(seconds * SENT_A_SECOND.draw(dice), seconds * RECEIVED_A_SECOND.draw(dice));
    return call.via(call.path().withTargetPort(SPEECH_PORTS + dice.below(2)));
  }
}
