package dev.weir.finding;

import dev.weir.flow.UserException;
import dev.weir.network.SmallFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads files that list something a line. */
final class ListFile {

  /** Half a million lines with names; what is longer is no list that somebody keeps. */
  private static final int MAX_MEBIBYTES = 32;

  private ListFile() {}

  /**
   * The bytes of a file.
   *
   * @param what it lists, for a person
   * @throws UserException where it can't be read
   */
  static byte[] read(Path path, String what) {
    return SmallFile.read(path, "the list of " + what, MAX_MEBIBYTES);
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
