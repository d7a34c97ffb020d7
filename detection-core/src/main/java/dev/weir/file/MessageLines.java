package dev.weir.file;

import dev.weir.decode.Base64Decoder;
import dev.weir.decode.MessageGate;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a file that is no log, plain or packed, without blank ones; where it was fetched
 * from a stream, the messages.
 */
public final class MessageLines implements AutoCloseable {

  private final Path file;
  private final boolean packed;
  private final LogStream stream;
  private final LineReader lines;
  private long line;
  private byte[] buffer;
  private int offset;
  private int length;

  private MessageLines(Path file, LogStream stream) {
    this.file = file;
    this.packed = LineEncoding.of(file) == LineEncoding.BASE64;
    this.stream = stream;
    this.lines = new LineReader(stream);
  }

  /**
   * Opens a file.
   *
   * @throws UserException where it can't be read
   */
  public static MessageLines open(Path file) {
    try {
      return new MessageLines(file, LogStream.open(file));
    } catch (IOException e) {
      throw LogFiles.unreadable(file, 0, e);
    }
  }

  /**
   * Moves to the next line that is not blank; false at the end.
   *
   * @throws UserException where the file can't be read on, or a line is longer than any message
   */
  public boolean next() {
    while (advance()) {
      take();
      if (length > 0 && !MessageGate.isBlank(buffer, offset, length)) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() {
    try {
      boolean there = lines.next();
      line += there ? 1 : 0;
      return there;
    } catch (IOException e) {
      throw LogFiles.unreadable(file, line, e);
    }
  }

  private void take() {
    if (lines.isTooLong()) {
      throw new UserException(origin() + " is longer than any message: check the input");
    }
    buffer = lines.buffer();
    offset = lines.offset();
    length = lines.length();
    if (packed) {
      buffer = Base64Decoder.messageIn(buffer, offset, length);
      if (buffer == null) {
        throw new UserException(origin() + " is not base64: check the input");
      }
      offset = 0;
      length = buffer.length;
    }
  }

  /** Where the current line is from, as errors name it. */
  public String origin() {
    return file + ":" + line;
  }

  /** Holds the current line; overwritten by the next. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where the current line begins in {@link #buffer}. */
  public int offset() {
    return offset;
  }

  /** The current line's length in bytes. */
  public int length() {
    return length;
  }

  /** A copy of the current line. */
  public byte[] bytes() {
    return Arrays.copyOfRange(buffer, offset, offset + length);
  }

  /** How far the file has been read on disk, for progress: packed bytes where it is packed. */
  public long bytesRead() {
    return stream.bytesRead();
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw LogFiles.unreadable(file, e);
    }
  }
}
