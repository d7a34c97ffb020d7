package dev.weir.file;

import java.io.IOException;

/**
 * Refuses a packed file that unpacks to far more than any log would: a few kilobytes can be made to
 * last for days.
 */
final class InflationGuard {

  /** Gzip ends at 1,032 times; a log of equal lines but for their times comes to some 100. */
  static final int MAX_RATIO = 500;

  /** Below this it is done before anybody minds. */
  static final long HARMLESS = 256L << 20;

  private long unpacked;

  /**
   * Takes note of bytes.
   *
   * @param packed bytes read from the file so far
   * @throws BombException where these are too few for what they gave
   */
  void add(long bytes, long packed) throws BombException {
    unpacked += bytes;
    if (unpacked > HARMLESS && unpacked / MAX_RATIO > packed) {
      throw new BombException();
    }
  }

  /** A file that is not worth its reading. */
  static final class BombException extends IOException {

    private static final long serialVersionUID = 1L;

    BombException() {
      super(
          "unpacks to more than "
              + MAX_RATIO
              + " times its size, as no log does: unpack it and look at it; if it is right, name"
              + " the unpacked file");
    }
  }
}
