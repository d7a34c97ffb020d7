package dev.weir.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a line or message, and a NUL behind them, which lets readers go on without
 * asking for the end. Reused from line to line.
 */
final class Characters {
  private static final int FIRST_SIZE = 512;

  /** The JDK's own, since it widens with vector instructions. */
  private final CharsetDecoder ascii = StandardCharsets.US_ASCII.newDecoder();

  private char[] buffer = {};
  private CharBuffer out = CharBuffer.wrap(buffer);

  Characters() {
    makeRoom(FIRST_SIZE);
  }

  /**
   * Makes characters of the bytes and says how many: one of each byte as long as they are ASCII, as
   * nearly all lines of logs are.
   */
  int read(byte[] message, int offset, int length) {
    return readAscii(message, offset, length)
        ? length
        : read(new String(message, offset, length, StandardCharsets.UTF_8));
  }

  /** Makes characters of bytes that are ASCII; false where one is not. */
  boolean readAscii(byte[] message, int offset, int length) {
    makeRoom(length);
    out.clear();
    ascii.reset();
    boolean fits = !ascii.decode(ByteBuffer.wrap(message, offset, length), out, true).isError();
    buffer[out.position()] = 0;
    return fits;
  }

  /** Takes a text and says how many characters it has. */
  int read(String text) {
    makeRoom(text.length());
    text.getChars(0, text.length(), buffer, 0);
    buffer[text.length()] = 0;
    return text.length();
  }

  private void makeRoom(int length) {
    if (buffer.length <= length) {
      buffer = new char[length + 1];
      out = CharBuffer.wrap(buffer);
    }
  }

  /** Holds the characters from 0; another array after a longer line. */
  char[] buffer() {
    return buffer;
  }
}
