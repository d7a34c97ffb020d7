package dev.weir.cli.traffic;

/**
 * Four uploads side by side to one cloud address, as copying tools do by default, for as long as
 * there is something to take.
 */
record Exfiltration(Host source, Host target, double bytesAMinute, int firstPort)
    implements Tactic {
  private static final int STREAMS = 4;

  /** The streams of a minute begin together; each step is a minute of one. */
  @Override
  public double gap(long step, Dice dice) {
    return step % STREAMS == STREAMS - 1 ? Clock.MINUTE - 3 * 40 : 40;
  }

  @Override
  public void step(long step, long at, Dice dice, Exporter out) {
    long sent = (long) (bytesAMinute / STREAMS * dice.between(0.75, 1.2));
    Conversation upload =
        Conversation.of(source, target, Service.HTTPS, at, dice)
            .lasting(Clock.MINUTE - 500)
            .carrying(sent, sent / 2_000);
    int port = firstPort + (int) (step % STREAMS);
    out.export(upload.via(upload.path().withSourcePort(port)), dice);
  }

  @Override
  public long tail() {
    return Clock.MINUTE;
  }
}
