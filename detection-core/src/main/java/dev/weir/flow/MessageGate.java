package dev.weir.flow;

/** What every decoder says of a message before it looks at the format. */
final class MessageGate {
  /**
   * No line of a file and no message of a stream is read beyond this many bytes: neither is a flow,
   * and memory stays bounded.
   */
  static final int MAX_LENGTH = 1 << 20;

  private MessageGate() {}

  /** Reports messages that are empty or too large; false where the message is to be decoded. */
  static boolean settles(byte[] message, int offset, int length, EntryCollector out) {
    if (length > MAX_LENGTH) {
      out.deadLetter(DeadLetterReason.TOO_LARGE, tooLarge(length), message, offset, length);
      return true;
    }
    if (isBlank(message, offset, length)) {
      out.ignored(Ignored.EMPTY_LINE);
      return true;
    }
    return false;
  }

  static String tooLarge(long length) {
    return "the entry has " + length + " bytes; no flow record has more than " + MAX_LENGTH;
  }

  static boolean isBlank(byte[] message, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!FieldText.isBlank(message[i])) {
        return false;
      }
    }
    return true;
  }
}
