package dev.weir.decode;

/**
 * The event of a log subscription that an entry came from. Good until the collector is called for
 * the next one: decoders move one view from event to event.
 */
public interface LogEvent {
  /** An identity that no event has. */
  long NO_IDENTITY = 0;

  /** The identity that the log gave it, fit for an origin: cut and printable; empty without one. */
  String id();

  /**
   * A hash of everything by which a repeat of the event can be told, or {@link #NO_IDENTITY} where
   * the log gave it no id.
   */
  long identity();

  /** A message of the same format that holds this event alone, so that it can be sent again. */
  byte[] payload();
}
