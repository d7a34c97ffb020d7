package dev.weir.file;

import dev.weir.decode.Base64Decoder;
import dev.weir.decode.EntryCollector;
import dev.weir.decode.FieldVisitor;
import dev.weir.decode.FlowLogDecoder;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogOptions;
import dev.weir.decode.MessageGate;
import dev.weir.decode.ZeekHeader;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A log file, plain or packed, decoded line by line in constant memory. Every line is a message; of
 * CloudWatch envelopes every JSON document is.
 *
 * <p>The first line of a CSV file that is not empty is its header, and the columns of that file
 * only.
 */
public final class LogFile implements AutoCloseable {
  private final Path path;
  private final LogOptions options;
  private final LineEncoding encoding;
  private final LogStream stream;
  private final LineReader lines;
  private final long size;

  /** Null for a CSV file until its header is read. */
  private FlowLogDecoder decoder;

  private long line;

  private LogFile(
      Path path, LogOptions options, LineEncoding encoding, LogStream stream, long size) {
    this.path = path;
    this.options = options;
    this.encoding = encoding;
    this.stream = stream;
    this.size = size;
    if (encoding == LineEncoding.BASE64) {
      this.lines =
          new LineReader(stream, new Lines(), Base64Decoder.lengthOf(options.maxMessage()));
      this.decoder = new Base64Decoder(options.streamDecoder());
    } else {
      boolean documents = options.format() == LogFormat.CLOUDWATCH;
      this.lines =
          new LineReader(stream, documents ? new Documents() : new Lines(), options.maxMessage());
      this.decoder =
          options.format() == LogFormat.CSV ? null : options.fileDecoder(path.toString());
    }
  }

  /**
   * Opens a file; of one that {@link RemoteLogs} fetched from a stream the lines are messages.
   *
   * @throws UserException where it can't be read
   */
  public static LogFile open(Path path, LogOptions options) {
    return open(path, options, LineEncoding.of(path));
  }

  /**
   * Opens a file whose lines may hold messages in base64: these are messages as in a stream, so
   * that none of them is a CSV header.
   *
   * @throws UserException where it can't be read
   */
  public static LogFile open(Path path, LogOptions options, LineEncoding encoding) {
    try {
      return new LogFile(path, options, encoding, LogStream.open(path), Files.size(path));
    } catch (IOException e) {
      throw LogFiles.unreadable(path, 0, e);
    }
  }

  /**
   * Reads what comes in as if it were a file.
   *
   * @param name for errors
   * @throws UserException where it can't be read
   */
  public static LogFile of(InputStream in, Path name, LogOptions options, LineEncoding encoding) {
    try {
      return new LogFile(name, options, encoding, LogStream.of(in), 0);
    } catch (IOException e) {
      throw LogFiles.unreadable(name, 0, e);
    }
  }

  /**
   * The columns that a file says its lines have: the header of a CSV file, which is its first line
   * that is not empty, or the fields of a Zeek log where they are not the usual ones; else empty,
   * as of messages.
   *
   * @throws UserException where the file can't be read, is CSV and empty, or a conn log of Zeek's
   *     without the columns of flows
   */
  public static String columns(Path path, LogOptions options) {
    if (LineEncoding.of(path) == LineEncoding.BASE64) {
      return "";
    }
    return switch (options.format()) {
      case CSV -> csvHeader(path, options);
      case ZEEK -> zeekFields(path, options);
      case JSON, VPC_FLOW_LOG, CLOUDWATCH -> "";
    };
  }

  private static String csvHeader(Path path, LogOptions options) {
    try (LogFile file = open(path, options)) {
      if (file.advanceToText()) {
        return file.header().strip();
      }
    }
    throw new UserException(path + " is empty: name a file with a CSV header");
  }

  private static String zeekFields(Path path, LogOptions options) {
    ZeekHeader header = new ZeekHeader();
    try (LogFile file = open(path, options)) {
      while (file.advanceToText() && file.buffer()[file.offset()] == '#') {
        header.read(file.header().stripTrailing());
      }
    }
    header.requireFlows(path.toString());
    return header.fields();
  }

  private boolean advanceToText() {
    while (advance()) {
      if (!MessageGate.isBlank(buffer(), offset(), length())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Decodes the next line; false at the end, with nothing reported.
   *
   * @throws UserException where the file can't be read on, or its header names no columns of flows
   */
  public boolean decodeNext(EntryCollector out) {
    if (!advance()) {
      return false;
    }
    if (decoder == null && !MessageGate.isBlank(buffer(), offset(), length())) {
      decoder = options.csvDecoder(header(), path.toString());
      out.ignored(Ignored.HEADER);
    } else if (lines.isTooLong()) {
      out.deadLetter(
          DeadLetterReason.TOO_LARGE,
          MessageGate.tooLarge(lines.fullLength(), options.maxMessage()),
          buffer(),
          offset(),
          length());
    } else if (decoder == null) {
      out.ignored(Ignored.EMPTY_LINE);
    } else {
      decoder.decode(buffer(), offset(), length(), out);
    }
    return true;
  }

  /**
   * Shows the fields of the flow that was reported last, while the collector is called; see {@link
   * FlowLogDecoder#fields}.
   */
  public void fields(FieldVisitor visitor) {
    decoder.fields(visitor);
  }

  private boolean advance() {
    try {
      boolean there = lines.next();
      line += there ? 1 : 0;
      return there;
    } catch (IOException e) {
      throw LogFiles.unreadable(path, line, e);
    }
  }

  private String header() {
    if (lines.isTooLong()) {
      throw new UserException(
          path + " begins with a line too long for a header: check --format and the file");
    }
    return new String(buffer(), offset(), length(), StandardCharsets.UTF_8);
  }

  public Path path() {
    return path;
  }

  /** How the file is written. */
  LogOptions options() {
    return options;
  }

  /** The number of the current line, from 1; 0 before the first. */
  public long line() {
    return line;
  }

  /** Where the current line is from, as dead letters name it. */
  public String origin() {
    return path + ":" + line;
  }

  /** Holds the current line's bytes, without its end; overwritten by the next. */
  public byte[] buffer() {
    return lines.buffer();
  }

  /** Where the current line begins in {@link #buffer}. */
  public int offset() {
    return lines.offset();
  }

  /** The current line's length in bytes; where it is too large, of the part that was kept. */
  public int length() {
    return lines.length();
  }

  /** A copy of the current line's message, out of its base64 where it is in that. */
  public byte[] message() {
    byte[] line = Arrays.copyOfRange(buffer(), offset(), offset() + length());
    return encoding == LineEncoding.TEXT ? line : Base64Decoder.messageIn(line, 0, line.length);
  }

  /** How far the file has been read on disk, for progress: packed bytes where it is packed. */
  public long bytesRead() {
    return stream.bytesRead();
  }

  /** The file's size on disk. */
  public long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw LogFiles.unreadable(path, e);
    }
  }
}
