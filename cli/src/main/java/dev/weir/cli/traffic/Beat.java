package dev.weir.cli.traffic;

import java.util.function.LongConsumer;

/**
 * Something that comes round at a fixed interval.
 *
 * @param period milliseconds from one to the next
 * @param phase milliseconds by which the first of all lies after the epoch
 */
record Beat(long period, long phase) {

  /** A host's own beat: its phase is as fixed as the host. */
  static Beat of(long period, long seed, String purpose, int host) {
    return new Beat(period, (long) (Dice.of(seed, purpose, host, period).unit() * period));
  }

  /** Calls for every beat in the minute. */
  void in(Minute minute, LongConsumer beat) {
    long first = Math.floorDiv(minute.start() - phase + period - 1, period);
    for (long at = first * period + phase; at < minute.start() + Clock.MINUTE; at += period) {
      beat.accept(at);
    }
  }
}
