package dev.weir.decode;

import java.nio.charset.StandardCharsets;

/** The characters of a line. Reused from line to line. */
final class Characters {
  private char[] buffer = new char[256];

  /**
   * Makes characters of the bytes and says how many: one of each byte as long as they are ASCII, as
   * nearly all lines of logs are.
   */
  int read(byte[] message, int offset, int length) {
    if (buffer.length < length) {
      buffer = new char[length];
    }
    int high = 0;
    for (int i = 0; i < length; i++) {
      byte b = message[offset + i];
      buffer[i] = (char) b;
      high |= b;
    }
    if (high >= 0) {
      return length;
    }
    String decoded = new String(message, offset, length, StandardCharsets.UTF_8);
    decoded.getChars(0, decoded.length(), buffer, 0);
    return decoded.length();
  }

  /** Holds the characters from 0; another array after a longer line. */
  char[] buffer() {
    return buffer;
  }
}
