package dev.weir.decode;

import java.nio.charset.StandardCharsets;

/** One line of a VPC flow log, cut at runs of blanks and tabs. Reused from line to line. */
final class VpcLine {
  private static final VpcField[] FORMAT = VpcField.values();

  private final int[] from = new int[FORMAT.length];
  private final int[] to = new int[FORMAT.length];
  private final FieldText text = new FieldText();
  private char[] characters = new char[256];
  private int fields;

  /** Takes a line; the bytes are not kept. */
  void read(byte[] message, int offset, int length) {
    int end = widen(message, offset, length);
    while (end > 0 && FieldText.isBlank(characters[end - 1])) {
      end--;
    }
    fields = 0;
    int i = 0;
    while (true) {
      while (i < end && isSeparator(characters[i])) {
        i++;
      }
      if (i == end) {
        return;
      }
      int start = i;
      while (i < end && !isSeparator(characters[i])) {
        i++;
      }
      if (fields < FORMAT.length) {
        from[fields] = start;
        to[fields] = i;
      }
      fields++;
    }
  }

  /** Makes characters of the bytes: one of each as long as they are ASCII, as these logs are. */
  private int widen(byte[] message, int offset, int length) {
    if (characters.length < length) {
      characters = new char[length];
    }
    int high = 0;
    for (int i = 0; i < length; i++) {
      byte b = message[offset + i];
      characters[i] = (char) b;
      high |= b;
    }
    if (high >= 0) {
      return length;
    }
    String decoded = new String(message, offset, length, StandardCharsets.UTF_8);
    decoded.getChars(0, decoded.length(), characters, 0);
    return decoded.length();
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '\t';
  }

  int fields() {
    return fields;
  }

  boolean isComplete() {
    return fields == FORMAT.length;
  }

  static int expectedFields() {
    return FORMAT.length;
  }

  /** The value of a field; the same object for each call. Only for a complete line. */
  FieldText get(VpcField field) {
    int i = field.position();
    return text.wrap(characters, from[i], to[i] - from[i]);
  }

  /** Whether the line names the format's fields. */
  boolean isHeader() {
    for (VpcField field : FORMAT) {
      if (!isComplete() || !get(field).is(field.id())) {
        return false;
      }
    }
    return true;
  }
}
