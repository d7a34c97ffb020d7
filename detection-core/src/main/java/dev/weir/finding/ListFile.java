package dev.weir.finding;

import dev.weir.flow.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that list something a line. */
final class ListFile {

  /** Half a million lines with names; what is longer is no list that somebody keeps. */
  static final int MAX_BYTES = 32 << 20;

  private ListFile() {}

  /**
   * The bytes of a file.
   *
   * @param what it lists, for a person
   * @throws UserException where it can't be read
   */
  static byte[] read(Path path, String what) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new UserException(
            path + ": is too large for a list of " + what + "; name a file of at most 32 MiB");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new UserException(path + ": no such file; name the list of " + what, e);
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The text of such bytes, without a byte-order mark.
   *
   * @throws UserException where they are not UTF-8
   */
  static String text(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UserException(file + ": is not text in UTF-8; save it as such", e);
    }
  }
}
