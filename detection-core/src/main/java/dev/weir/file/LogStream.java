package dev.weir.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log file's bytes, unpacked where they are packed: see {@link Compression}. */
final class LogStream extends InputStream {
  private static final int BUFFER = 64 * 1024;

  private final Counting onDisk;
  private final InputStream content;

  /** Null where nothing is packed. */
  private final InflationGuard guard;

  private LogStream(Counting onDisk, InputStream content, InflationGuard guard) {
    this.onDisk = onDisk;
    this.content = content;
    this.guard = guard;
  }

  static LogStream open(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return of(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  static LogStream of(InputStream in) throws IOException {
    Counting onDisk = new Counting(in);
    BufferedInputStream buffered = new BufferedInputStream(onDisk, BUFFER);
    Compression compression = Compression.of(buffered);
    return new LogStream(
        onDisk,
        compression.unpack(buffered),
        compression == Compression.NONE ? null : new InflationGuard());
  }

  /** How far the file itself has been read: packed bytes where it is packed. */
  long bytesRead() {
    return onDisk.count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = content.read(bytes, offset, length);
    if (guard != null && read > 0) {
      guard.add(read, onDisk.count);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** Counts what passes. */
  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
