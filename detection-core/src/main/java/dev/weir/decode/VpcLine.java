package dev.weir.decode;

/** One line of a VPC flow log, cut at runs of blanks and tabs. Reused from line to line. */
final class VpcLine {
  private final VpcFormat format;
  private final int[] from;
  private final int[] to;
  private final FieldText text = new FieldText();
  private final Characters line = new Characters();
  private int fields;

  VpcLine(VpcFormat format) {
    this.format = format;
    from = new int[format.size()];
    to = new int[format.size()];
  }

  /** Takes a line; the bytes are not kept. */
  void read(byte[] message, int offset, int length) {
    cut(line.read(message, offset, length));
  }

  /** Takes a line. */
  void read(String text) {
    cut(line.read(text));
  }

  private void cut(int length) {
    char[] characters = line.buffer();
    int end = length;
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
      if (fields < from.length) {
        from[fields] = start;
        to[fields] = i;
      }
      fields++;
    }
  }

  private static boolean isSeparator(char c) {
    return c <= ' ' && (c == ' ' || c == '\t');
  }

  int fields() {
    return fields;
  }

  boolean isComplete() {
    return fields == from.length;
  }

  /** The value at a position; the same object for each call. Only for a complete line. */
  FieldText at(int position) {
    return text.wrap(line.buffer(), from[position], to[position] - from[position]);
  }

  /** The value of a field; absent where the format is without it. */
  FieldText get(VpcField field) {
    int position = format.position(field);
    return position < 0 ? text.wrap(line.buffer(), 0, 0) : at(position);
  }

  /** Whether the line names the format's fields. */
  boolean isHeader() {
    for (int i = 0; i < from.length; i++) {
      if (!at(i).is(format.field(i).id())) {
        return false;
      }
    }
    return true;
  }
}
