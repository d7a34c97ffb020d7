package dev.weir.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A {@link NewFile} of lines; compressed if its name ends in .gz. */
public final class NewLines implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final NewFile file;
  private final OutputStream out;

  private NewLines(NewFile file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Begins a file.
   *
   * @throws dev.weir.flow.UserException where no file can be written
   */
  public static NewLines at(Path place) throws IOException {
    NewFile file = NewFile.at(place);
    try {
      OutputStream plain = file.open();
      boolean packed = place.toString().endsWith(".gz");
      return new NewLines(
          file,
          new BufferedOutputStream(packed ? new GZIPOutputStream(plain, BUFFER) : plain, BUFFER));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Appends a line. */
  public void line(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  /** Puts the file in its place. */
  public void finish() throws IOException {
    out.close();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      file.close();
    }
  }
}
