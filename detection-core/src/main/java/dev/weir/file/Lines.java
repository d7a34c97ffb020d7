package dev.weir.file;

/** A message a line. */
final class Lines implements Cutter {
  private int next;

  @Override
  public int end(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        next = i + 1;
        return i;
      }
    }
    return -1;
  }

  @Override
  public int next() {
    return next;
  }
}
