package dev.weir.output;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears when it is whole: written beside its place and moved there by {@link
 * #finish}. Closed before that, or with the JVM ended by a signal, it leaves nothing behind.
 */
public final class NewFile implements AutoCloseable {

  private final Path place;
  private final Path partial;

  private NewFile(Path place, Path partial) {
    this.place = place;
    this.partial = partial;
  }

  /**
   * Begins a file; its partial one is there, and empty, from now on.
   *
   * @throws UserException where no file can be written
   */
  public static NewFile at(Path place) {
    try {
      Path real = Outputs.target(place);
      if (real.getFileName() == null || Files.isDirectory(real)) {
        throw new UserException(place + " is a folder; name a file to write");
      }
      if (Files.exists(real) && !Files.isRegularFile(real)) {
        // A device or a pipe, such as /dev/null: nothing of it can be left half-written.
        return new NewFile(real, real);
      }
      NewFile file = new NewFile(real, Outputs.partial(real));
      file.begin();
      return file;
    } catch (IOException e) {
      throw new UserException(
          place + " cannot be written; check that its folder exists and may be written to", e);
    }
  }

  private void begin() throws IOException {
    Files.write(partial, new byte[0]);
    try {
      // What was moved to its place no longer has this name.
      partial.toFile().deleteOnExit();
    } catch (IllegalStateException e) {
      // The JVM is ending already.
      close();
      throw e;
    }
  }

  /** Where the content goes until it is whole; of a device or a pipe that itself. */
  public Path partial() {
    return partial;
  }

  /** Opens the partial file to write it from its beginning. */
  public OutputStream open() throws IOException {
    return open(partial);
  }

  /** The same for who only has the path of the partial file: never creates what was deleted. */
  public static OutputStream open(Path partial) throws IOException {
    return Files.newOutputStream(
        partial, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /**
   * Writes all of it, and puts it in its place.
   *
   * @param what the content is, for errors
   * @throws UserException where it cannot be written, for want of room above all
   */
  public void write(byte[] content, String what) {
    try {
      try (OutputStream out = open()) {
        out.write(content);
      }
      finish();
    } catch (IOException e) {
      throw new UserException(
          place
              + ": "
              + what
              + " cannot be written there ("
              + e.getMessage()
              + "); make room, or name another file",
          e);
    }
  }

  /** Puts the file in its place, instead of what may be there. */
  public void finish() throws IOException {
    if (partial.equals(place)) {
      return;
    }
    try {
      Files.move(
          partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Drops the file unless it is in its place. */
  @Override
  public void close() throws IOException {
    if (!partial.equals(place)) {
      Files.deleteIfExists(partial);
    }
  }
}
