package dev.weir.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip members that follow each other. The JDK's own reader stops without a word at what is
 * behind the last; that must not be lost silently.
 */
public final class GzipInput extends GZIPInputStream {
  private static final int TRAILER = 8;

  /** Reads the first member's header. */
  public GzipInput(InputStream in, int buffer) throws IOException {
    super(in, buffer);
  }

  /** Whether these bytes begin as gzip does. */
  public static boolean begins(int first, int second) {
    return ((first & 0xFF) | ((second & 0xFF) << 8)) == GZIP_MAGIC;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
      throw new ZipException("bytes that are not gzip follow its end");
    }
    return count;
  }
}
