package dev.weir.network;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files that people write: lists and descriptions. Nothing but regular ones, since a pipe may
 * never end and a device never does, and no more bytes than such a file can have.
 */
public final class SmallFile {

  private SmallFile() {}

  /**
   * The bytes of a file, or of what a link leads to.
   *
   * @param what it holds, for a person, as in "the list of known-bad networks"
   * @param mebibytes the most that it may have
   * @throws UserException where it can't be read, is no regular file or is larger
   */
  public static byte[] read(Path path, String what, int mebibytes) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new UserException(path + ": is no regular file; name a file with " + what);
      }
      int most = mebibytes << 20;
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(most + 1);
      }
      if (bytes.length > most) {
        throw new UserException(
            "%s: is too large for %s; name a file of at most %d MiB"
                .formatted(path, what, mebibytes));
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new UserException(path + ": no such file; name " + what, e);
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
