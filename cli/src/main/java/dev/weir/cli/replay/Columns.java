package dev.weir.cli.replay;

import dev.weir.flow.UserException;
import java.nio.file.Path;

/**
 * Watches that all files have the same columns: their headers are not sent, and the lines of two
 * kinds could not be told apart in one topic.
 */
final class Columns {
  private String header = "";
  private Path first;

  /**
   * Takes the header of the next file, or an empty text if it has none.
   *
   * @throws UserException if it is not that of the files before
   */
  void add(Path file, String fileHeader) {
    if (fileHeader.isEmpty()) {
      return;
    }
    if (header.isEmpty()) {
      header = fileHeader;
      first = file;
    } else if (!header.equals(fileHeader)) {
      throw new UserException(
          file + " has other columns than " + first + "; replay them one by one, to two topics");
    }
  }

  /** The common header; empty if there was none. */
  String header() {
    return header;
  }
}
