package dev.weir.file;

import dev.weir.decode.MessageGate;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into messages, as a {@link Cutter} finds their ends, without a byte order
 * mark before the first. Of a message longer than the limit only the beginning is kept, so that
 * memory stays bounded; its length is still counted.
 */
final class LineReader {
  private static final int CHUNK = 64 * 1024;

  private final Cutter cutter;
  private final int maxLength;

  /** The longest line, and the carriage return that may follow it. */
  private final int maxKept;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int limit;

  /** A line that does not lie in one chunk is put together here. */
  private byte[] pieces = new byte[CHUNK];

  private byte[] buffer = chunk;
  private int offset;
  private long length;
  private boolean atStart = true;

  /** Lines, of which none may be longer than a message. */
  LineReader(InputStream in) {
    this(in, new Lines(), MessageGate.MAX_LENGTH);
  }

  LineReader(InputStream in, Cutter cutter, int maxLength) {
    this.in = in;
    this.cutter = cutter;
    this.maxLength = maxLength;
    this.maxKept = maxLength + 1;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    int end = cutter.end(chunk, position, limit);
    if (end >= 0) {
      int start = position;
      position = cutter.next();
      take(chunk, start, end - start);
    } else {
      long gathered = gather();
      take(pieces, 0, gathered);
    }
    return true;
  }

  /** Puts the pieces of a line together; its full length. */
  private long gather() throws IOException {
    keep(0, limit - position);
    long gathered = (long) limit - position;
    while (true) {
      position = limit;
      if (!fill()) {
        return gathered;
      }
      int found = cutter.end(chunk, position, limit);
      int end = found < 0 ? limit : found;
      keep(gathered, end - position);
      gathered += end - position;
      if (found >= 0) {
        position = cutter.next();
        return gathered;
      }
    }
  }

  private void keep(long gathered, int more) {
    int kept = (int) Math.min(gathered, maxKept);
    int wanted = Math.min(kept + more, maxKept);
    if (wanted > pieces.length) {
      pieces = Arrays.copyOf(pieces, Math.min(Math.max(wanted, 2 * pieces.length), maxKept));
    }
    System.arraycopy(chunk, position, pieces, kept, wanted - kept);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(chunk, 0, CHUNK));
    return limit > 0;
  }

  private void take(byte[] bytes, int from, long size) {
    buffer = bytes;
    offset = from;
    length = size;
    if (atStart && size >= 3 && isByteOrderMark(bytes, from)) {
      offset += 3;
      length -= 3;
    }
    atStart = false;
    boolean whole = length <= maxKept;
    if (whole && length > 0 && bytes[offset + (int) length - 1] == '\r') {
      length--;
    }
  }

  private static boolean isByteOrderMark(byte[] bytes, int from) {
    return bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF;
  }

  /** Holds the line; overwritten by the next. */
  byte[] buffer() {
    return buffer;
  }

  int offset() {
    return offset;
  }

  /** How many bytes of the line are there. */
  int length() {
    return (int) Math.min(length, maxLength);
  }

  /** How many bytes the line has in the file. */
  long fullLength() {
    return length;
  }

  boolean isTooLong() {
    return length > maxLength;
  }
}
