package dev.weir.file;

/**
 * A message a JSON object, with or without a line end between one and the next: Firehose writes
 * none. What does not begin with a brace is a message up to the line's end. An object may go over
 * several lines, but a line that begins with a brace begins a message, so that a broken one does
 * not swallow what follows.
 */
final class Documents implements Cutter {

  private enum State {
    /** Nothing but blanks so far. */
    BEFORE,
    /** Not an object. */
    LINE,
    OBJECT,
    /** In an object, at the beginning of a line. */
    LINE_BEGINS,
    TEXT,
    ESCAPE,
    /** Behind an object, in whose line nothing else was. */
    BEHIND
  }

  private State state = State.BEFORE;
  private int depth;
  private int next;

  @Override
  public int end(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      boolean lineEnds = b == '\n';
      if (lineEnds && state != State.OBJECT && state != State.LINE_BEGINS) {
        return found(i, i + 1);
      }
      if ((b == '{' && state == State.LINE_BEGINS) || (state == State.BEHIND && !isBlank(b))) {
        return found(i, i);
      }
      state = after(b, lineEnds);
    }
    return -1;
  }

  /** A raw line end within a text is no JSON, so that it ends the message like any other. */
  private State after(byte b, boolean lineEnds) {
    return switch (state) {
      case BEFORE -> isBlank(b) || isByteOrderMark(b) ? State.BEFORE : first(b);
      case LINE -> State.LINE;
      case OBJECT, LINE_BEGINS -> lineEnds ? State.LINE_BEGINS : inObject(b);
      case TEXT -> b == '\\' ? State.ESCAPE : b == '"' ? State.OBJECT : State.TEXT;
      case ESCAPE -> State.TEXT;
      case BEHIND -> State.BEHIND;
    };
  }

  private State first(byte b) {
    depth = 1;
    return b == '{' ? State.OBJECT : State.LINE;
  }

  private State inObject(byte b) {
    if (b == '"') {
      return State.TEXT;
    }
    depth += b == '{' ? 1 : b == '}' ? -1 : 0;
    return depth == 0 ? State.BEHIND : State.OBJECT;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private static boolean isByteOrderMark(byte b) {
    return b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
  }

  private int found(int end, int nextMessage) {
    state = State.BEFORE;
    next = nextMessage;
    return end;
  }

  @Override
  public int next() {
    return next;
  }
}
