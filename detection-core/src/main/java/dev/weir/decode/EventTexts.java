package dev.weir.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of a message's events as UTF-8, one behind the other in memory that is reused. They are
 * never longer than the JSON that they were read from.
 */
final class EventTexts {
  private static final int FIRST_SIZE = 16 * 1024;
  private static final int MAX_KEPT = 1 << 20;
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  /** A UTF-16 unit is at most three bytes. */
  private static final int BYTES_A_CHAR = 3;

  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith(REPLACEMENT);
  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;

  /** Forgets every text, and memory that only rare messages need. */
  void clear() {
    size = 0;
    if (bytes.length > MAX_KEPT) {
      bytes = new byte[FIRST_SIZE];
    }
  }

  /** Adds a text, which lies from what {@link #size} was to what it becomes. */
  void add(char[] text, int offset, int length) {
    reserve(length);
    for (int i = 0; i < length; i++) {
      char c = text[offset + i];
      if (c >= 0x80) {
        addEncoded(text, offset + i, length - i);
        return;
      }
      bytes[size++] = (byte) c;
    }
  }

  private void addEncoded(char[] text, int offset, int length) {
    reserve(Math.multiplyExact(length, BYTES_A_CHAR));
    ByteBuffer out = ByteBuffer.wrap(bytes, size, bytes.length - size);
    CharBuffer in = CharBuffer.wrap(text, offset, length);
    encoder.reset();
    encoder.encode(in, out, true);
    encoder.flush(out);
    size = out.position();
  }

  private void reserve(int more) {
    int wanted = Math.addExact(size, more);
    if (wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(wanted, 2L * size), Integer.MAX_VALUE));
    }
  }

  /** Holds the texts; another array once more are added. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the next text begins. */
  int size() {
    return size;
  }
}
