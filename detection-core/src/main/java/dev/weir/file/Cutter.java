package dev.weir.file;

/** Finds where messages end in a stream that comes piece by piece. Remembers what came before. */
interface Cutter {

  /**
   * Where the message ends that the bytes belong to, or -1 where it goes on behind {@code to}. An
   * end at {@code from} means that it ended with the piece before.
   */
  int end(byte[] bytes, int from, int to);

  /** Where the next message begins, after an end was found. */
  int next();
}
