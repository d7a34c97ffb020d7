package dev.weir.cli.traffic;

/**
 * How conversations of one kind look.
 *
 * @param in payload from the initiator, bytes
 * @param out payload that comes back, bytes
 * @param millis duration
 */
record Shape(Service service, Spread in, Spread out, Spread millis) {

  /** A conversation of this kind, from an ephemeral port. */
  Conversation draw(Host source, Host target, long start, Dice dice) {
    return Conversation.of(source, target, service, start, dice)
        .lasting(millis.draw(dice))
        .carrying(in.draw(dice), out.draw(dice));
  }
}
