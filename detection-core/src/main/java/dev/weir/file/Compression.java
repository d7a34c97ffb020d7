package dev.weir.file;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.weir.decode.GzipInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** How a log file is packed: told by its first bytes, not by its name. */
enum Compression {
  NONE {
    @Override
    InputStream unpack(InputStream in) {
      return in;
    }
  },
  GZIP {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return new GzipInput(in, BUFFER);
    }
  },
  ZSTD {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      try {
        return new ZstdInputStreamNoFinalizer(in);
      } catch (LinkageError e) {
        throw new IOException("there is no zstd for this machine; unpack it first", e);
      }
    }
  };

  private static final int BUFFER = 64 * 1024;
  private static final String BREAKS_OFF = "it breaks off";
  private static final int MAGIC_BYTES = 4;
  private static final int ZSTD_MAGIC = 0xFD2FB528;

  /** Packers that work in parallel put a frame of their own before the first. */
  private static final int SKIPPABLE_MAGIC = 0x184D2A50;

  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

  abstract InputStream unpack(InputStream in) throws IOException;

  /** Looks at what comes next without taking it. */
  static Compression of(BufferedInputStream in) throws IOException {
    in.mark(MAGIC_BYTES);
    byte[] first = in.readNBytes(MAGIC_BYTES);
    in.reset();
    if (first.length >= 2 && GzipInput.begins(first[0], first[1])) {
      return GZIP;
    }
    return first.length == MAGIC_BYTES && isZstd(littleEndian(first)) ? ZSTD : NONE;
  }

  private static boolean isZstd(int magic) {
    return magic == ZSTD_MAGIC || (magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC;
  }

  private static int littleEndian(byte[] bytes) {
    int value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[i] & 0xFF);
    }
    return value;
  }

  /**
   * What to say of a packed file that could not be unpacked, behind its name; null where that was
   * not the matter.
   *
   * @param line the last that was whole
   */
  static String complaint(IOException e, long line) {
    if (e instanceof ZstdIOException) {
      String detail = "Truncated source".equals(e.getMessage()) ? BREAKS_OFF : e.getMessage();
      return damaged("zstd", detail, line);
    }
    if (e instanceof EOFException) {
      return damaged("gzip", BREAKS_OFF, line);
    }
    if (e instanceof ZipException) {
      return damaged("gzip", e.getMessage(), line);
    }
    return e instanceof InflationGuard.BombException ? e.getMessage() : null;
  }

  private static String damaged(String kind, String detail, long line) {
    return "is a damaged %s file (%s after line %d): fetch or pack it again"
        .formatted(kind, detail, line);
  }
}
