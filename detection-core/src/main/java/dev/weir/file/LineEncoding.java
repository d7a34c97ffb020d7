package dev.weir.file;

/** How a line holds its message. */
public enum LineEncoding {
  /** As it is. */
  TEXT,
  /** In base64, as messages that are no text are written down. */
  BASE64
}
