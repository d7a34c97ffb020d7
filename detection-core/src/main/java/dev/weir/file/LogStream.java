package dev.weir.file;

import dev.weir.decode.GzipInput;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log file's bytes, unpacked where they are gzipped: by their first bytes, not by their name. */
final class LogStream extends InputStream {
  private static final int BUFFER = 64 * 1024;

  private final Counting onDisk;
  private final InputStream content;

  private LogStream(Counting onDisk, InputStream content) {
    this.onDisk = onDisk;
    this.content = content;
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
    return new LogStream(onDisk, isGzip(buffered) ? new GzipInput(buffered, BUFFER) : buffered);
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = GzipInput.begins(in.read(), in.read());
    in.reset();
    return gzip;
  }

  /** How far the file itself has been read: packed bytes where it is packed. */
  long bytesRead() {
    return onDisk.count;
  }

  @Override
  public int read() throws IOException {
    return content.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return content.read(bytes, offset, length);
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
