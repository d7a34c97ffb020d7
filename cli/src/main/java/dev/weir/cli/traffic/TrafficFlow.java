package dev.weir.cli.traffic;

import dev.weir.flow.Action;

/**
 * One record of an exporter: a conversation, or up to a minute of one, seen from its initiator.
 *
 * @param emitted epoch milliseconds at which the exporter writes it: what a stream is ordered by
 * @param start epoch milliseconds of the first packet
 * @param end epoch milliseconds of the last packet, at most 60 s after start
 * @param attack the kind of the attack that it is part of, or {@link #NORMAL}
 */
record TrafficFlow(
    long emitted, long start, long end, Path path, Wire wire, Ending ending, String attack) {

  /** The label of what is no attack. */
  static final String NORMAL = "normal";

  Action action() {
    return ending.outcome() == Outcome.REFUSED ? Action.REJECT : Action.ACCEPT;
  }

  /** The time that windows go by. */
  long eventTime() {
    return Math.max(start, end - 1);
  }
}
