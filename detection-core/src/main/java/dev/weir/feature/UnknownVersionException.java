package dev.weir.feature;

import java.io.IOException;

/** Bytes that another release wrote in a layout which this one does not know. */
public final class UnknownVersionException extends IOException {

  private static final long serialVersionUID = 1L;

  private UnknownVersionException(String message) {
    super(message);
  }

  /** Throws unless the version found is the one known, naming what was read. */
  public static void check(String what, int known, int found) throws UnknownVersionException {
    if (found != known) {
      throw new UnknownVersionException(
          what + " of version " + found + " cannot be read: this release knows version " + known);
    }
  }
}
