package dev.weir.cli.traffic;

/**
 * Makes records of conversations, as a flow exporter with an active timeout of a minute does, and
 * writes each some seconds after its end: never more than {@link #MAX_DELAY_MILLIS}.
 */
final class Exporter {
  static final long ACTIVE_TIMEOUT_MILLIS = 60_000;
  static final long MAX_DELAY_MILLIS = 20_000;
  private static final long MIN_DELAY_MILLIS = 200;
  private static final double MEAN_DELAY_MILLIS = 2_500;

  private final long from;
  private final long until;
  private final EmissionQueue<TrafficFlow> queue;
  private String attack = TrafficFlow.NORMAL;

  /** Keeps the records that start in {@code [from, until)}. */
  Exporter(long from, long until, EmissionQueue<TrafficFlow> queue) {
    this.from = from;
    this.until = until;
    this.queue = queue;
  }

  /** What is exported from now on is of that attack, or {@link TrafficFlow#NORMAL}. */
  void label(String kind) {
    attack = kind;
  }

  void export(Conversation talk, Dice dice) {
    Wire whole = Wire.of(talk);
    long length = talk.millis();
    if (length <= ACTIVE_TIMEOUT_MILLIS) {
      record(talk, whole, talk.start(), talk.start() + length, dice);
      return;
    }
    for (long at = 0; at < length; at += ACTIVE_TIMEOUT_MILLIS) {
      long to = Math.min(length, at + ACTIVE_TIMEOUT_MILLIS);
      Wire part = whole.part(at, to, length);
      if (!part.silent()) {
        record(talk, part, talk.start() + at, talk.start() + to, dice);
      }
    }
  }

  private void record(Conversation talk, Wire wire, long start, long end, Dice dice) {
    // Drawn for what is left out as well: it must not change what follows.
    long delay = MIN_DELAY_MILLIS + (long) dice.exponential(MEAN_DELAY_MILLIS);
    long emitted = end + Math.min(delay, MAX_DELAY_MILLIS);
    if (start < from || start >= until) {
      return;
    }
    queue.add(
        emitted, new TrafficFlow(emitted, start, end, talk.path(), wire, talk.ending(), attack));
  }
}
