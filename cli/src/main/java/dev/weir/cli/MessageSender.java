package dev.weir.cli;

import dev.weir.flow.UserException;

/**
 * Sends messages to a stream in the order given, those of a key in that order, none lost and none
 * twice: the first refusal ends it.
 */
public interface MessageSender extends AutoCloseable {

  /**
   * Hands a message over; it is on its way, not yet there.
   *
   * @param key messages of one key stay in one part of the stream; null for any
   * @throws UserException if the stream refused this message or one before it
   */
  void send(byte[] key, byte[] value);

  /**
   * Waits until everything sent has arrived.
   *
   * @throws UserException if the stream refused any of it
   */
  void flush();

  /** Messages handed over, and not found too large so far. */
  long sent();

  /** Messages that were larger than the stream takes; final after a flush. */
  long tooLarge();

  @Override
  void close();
}
