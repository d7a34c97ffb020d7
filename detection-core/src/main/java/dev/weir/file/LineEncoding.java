package dev.weir.file;

import java.nio.file.Path;

/** How a line holds its message. */
public enum LineEncoding {
  /** As it is. */
  TEXT,
  /** In base64, as messages that are no text are written down. */
  BASE64;

  /** What the names of files end in that hold messages of a stream, in base64 and packed. */
  public static final String MESSAGES = ".messages.gz";

  /** How the lines of a file hold theirs, by its name. */
  static LineEncoding of(Path file) {
    return file.toString().endsWith(MESSAGES) ? BASE64 : TEXT;
  }
}
