package dev.weir.cli.traffic;

import java.util.List;

/**
 * The minute that habits act in.
 *
 * @param start its first epoch millisecond
 * @param desks the workstations that are on
 */
record Minute(Network network, long start, List<Desk> desks) {

  /** Dice for what a host does for one purpose in this minute. */
  Dice dice(String purpose, Host host) {
    return Dice.of(network.seed(), purpose, host.id(), start);
  }

  /** Dice for what happens to all for one purpose in this minute. */
  Dice dice(String purpose) {
    return Dice.of(network.seed(), purpose, -7, start);
  }

  /** Some moment of this minute. */
  long moment(Dice dice) {
    return start + dice.below((int) Clock.MINUTE);
  }

  double visits() {
    return Rhythm.visits(start);
  }

  /** Whether the minute lies between two minutes of the day. */
  boolean between(int from, int to) {
    int now = Clock.minuteOfDay(start);
    return now >= from && now < to;
  }

  /** Whether this is the given minute of the day. */
  boolean is(int minuteOfDay) {
    return Clock.minuteOfDay(start) == minuteOfDay;
  }
}
