package dev.weir.cli;

import dev.weir.flow.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A file that appears when it is whole: written beside its place and moved there by {@link
 * #finish}; closed before that, it leaves nothing behind. Compressed if its name ends in .gz.
 */
public final class NewFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path place;
  private final Path partial;
  private final OutputStream out;

  /** Begins to write beside the place. */
  public NewFile(Path place) {
    this.place = place;
    Path name = place.getFileName();
    if (name == null || Files.isDirectory(place)) {
      throw new UserException(place + " is a directory; name a file to write.");
    }
    partial = place.resolveSibling(name + ".partial");
    try {
      out = open(name.toString());
    } catch (IOException e) {
      throw new UserException(
          "Can't write " + place + "; check that its directory exists and may be written to.", e);
    }
    // For Ctrl-C: what was moved to its place no longer has this name.
    partial.toFile().deleteOnExit();
  }

  private OutputStream open(String name) throws IOException {
    OutputStream file = Files.newOutputStream(partial);
    return new BufferedOutputStream(
        name.endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file, BUFFER);
  }

  /** Appends a line. */
  public void line(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  /** Puts the file in its place. */
  public void finish() throws IOException {
    out.close();
    Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      // Closing twice does nothing.
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
