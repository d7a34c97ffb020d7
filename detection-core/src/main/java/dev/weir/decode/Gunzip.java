package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Unpacks a message of one or several gzip members into memory that never grows beyond a limit,
 * whatever the message promises. What was unpacked last is overwritten by the next.
 */
final class Gunzip {
  private static final int FIRST_SIZE = 64 * 1024;
  private static final int READ_BUFFER = 4 * 1024;

  private static final int MAX_KEPT = 1 << 20;

  private final int max;
  private final int limit;
  private byte[] buffer = {};
  private int length;

  /**
   * @param max bytes to unpack at most
   * @param limit what the user set, of which {@code max} may be what is left
   */
  Gunzip(int max, int limit) {
    this.max = max;
    this.limit = limit;
  }

  /** Forgets the message before, and memory that only rare messages need. */
  void clear() {
    length = 0;
    if (buffer.length > MAX_KEPT) {
      buffer = new byte[Math.min(FIRST_SIZE, max)];
    }
  }

  static boolean isGzip(byte[] message, int offset, int length) {
    return length >= 2 && GzipInput.begins(message[offset], message[offset + 1]);
  }

  /** Unpacks a message; what is wrong with it, or null. */
  Fault unpack(byte[] message, int offset, int packed) {
    length = 0;
    if (buffer.length == 0) {
      buffer = new byte[Math.min(FIRST_SIZE, max)];
    }
    try (GzipInput in =
        new GzipInput(new ByteArrayInputStream(message, offset, packed), READ_BUFFER)) {
      return readAll(in) ? null : tooLarge();
    } catch (EOFException e) {
      return Fault.malformed("the gzip data are cut off");
    } catch (IOException e) {
      return Fault.malformed("damaged gzip: " + e.getMessage());
    }
  }

  /** False where there is more than may be read. */
  private boolean readAll(GzipInput in) throws IOException {
    while (true) {
      if (length == buffer.length) {
        if (length == max) {
          return in.read() < 0;
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(max, 2L * length));
      }
      int read = in.read(buffer, length, buffer.length - length);
      if (read < 0) {
        return true;
      }
      length += read;
    }
  }

  private Fault tooLarge() {
    return new Fault(
        DeadLetterReason.TOO_LARGE,
        "the message unpacks to more than " + limit + " bytes, the limit (--cloudwatch.max-size)");
  }

  /** Holds the unpacked bytes, from 0. */
  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }
}
