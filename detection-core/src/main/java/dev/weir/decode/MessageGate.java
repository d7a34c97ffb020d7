package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;

/** What every decoder says of a message before it looks at the format. */
public final class MessageGate {
  /**
   * No line of a file and no message of a stream is read beyond this many bytes: neither is a flow,
   * and memory stays bounded.
   */
  public static final int MAX_LENGTH = 1 << 20;

  private MessageGate() {}

  /** Reports messages that are empty or too large; false where the message is to be decoded. */
  static boolean settles(byte[] message, int offset, int length, EntryCollector out) {
    return settles(message, offset, length, MAX_LENGTH, out);
  }

  /** The same for messages that may be of another length. */
  static boolean settles(byte[] message, int offset, int length, int max, EntryCollector out) {
    if (length > max) {
      out.deadLetter(DeadLetterReason.TOO_LARGE, tooLarge(length, max), message, offset, length);
      return true;
    }
    if (isBlank(message, offset, length)) {
      out.ignored(Ignored.EMPTY_LINE);
      return true;
    }
    return false;
  }

  /** Why a message of so many bytes is a dead letter where {@code max} are allowed. */
  public static String tooLarge(long length, int max) {
    return "the entry has " + length + " bytes; no more than " + max + " are read";
  }

  /** Whether there is nothing to see in these bytes. */
  public static boolean isBlank(byte[] message, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!FieldText.isBlank(message[i])) {
        return false;
      }
    }
    return true;
  }
}
