package dev.weir.cli.traffic;

/**
 * What two hosts have to say to each other, before an exporter makes records of it.
 *
 * @param payloadIn bytes from the initiator, without headers
 * @param payloadOut bytes that come back, without headers
 */
record Conversation(
    Path path, long start, long millis, long payloadIn, long payloadOut, Ending ending) {

  /** An empty one from an ephemeral port. */
  static Conversation of(Host source, Host target, Service service, long start, Dice dice) {
    Path path = Path.of(source, target, service, dice);
    return new Conversation(path, start, 0, 0, 0, Ending.SERVED);
  }

  Conversation via(Path other) {
    return new Conversation(other, start, millis, payloadIn, payloadOut, ending);
  }

  Conversation lasting(long duration) {
    return new Conversation(path, start, duration, payloadIn, payloadOut, ending);
  }

  Conversation carrying(long in, long out) {
    return new Conversation(path, start, millis, in, out, ending);
  }

  Conversation ending(Ending other) {
    return new Conversation(path, start, millis, payloadIn, payloadOut, other);
  }

  /** Moves the beginning. */
  Conversation at(long moment) {
    return new Conversation(path, moment, millis, payloadIn, payloadOut, ending);
  }
}
