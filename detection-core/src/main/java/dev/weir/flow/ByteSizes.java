package dev.weir.flow;

/** Sizes in bytes as people write them on command lines: 65536, 500kB, 16MB, 16MiB, 1GiB. */
public final class ByteSizes {
  private static final String[] UNITS = {"B", "kB", "KiB", "MB", "MiB", "GB", "GiB"};
  private static final long[] BYTES = {
    1, 1_000, 1 << 10, 1_000_000, 1 << 20, 1_000_000_000, 1 << 30
  };

  private ByteSizes() {}

  /**
   * Reads a whole number of bytes, or of one of the units.
   *
   * @throws UserException if the text is anything else, or too large for an int
   */
  public static int parse(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    try {
      long number = Long.parseLong(text, 0, digits, 10);
      return Math.toIntExact(Math.multiplyExact(number, unit(text.substring(digits), text)));
    } catch (NumberFormatException | ArithmeticException e) {
      throw notASize(text);
    }
  }

  /** Writes a size in the largest unit of 1024 that needs no fraction, as parse reads it. */
  public static String format(int bytes) {
    for (int i = UNITS.length - 1; i > 0; i -= 2) {
      if (bytes >= BYTES[i] && bytes % BYTES[i] == 0) {
        return bytes / BYTES[i] + UNITS[i];
      }
    }
    return bytes + "B";
  }

  private static long unit(String unit, String text) {
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equalsIgnoreCase(unit) || unit.isEmpty()) {
        return BYTES[i];
      }
    }
    throw notASize(text);
  }

  private static UserException notASize(String text) {
    return new UserException("'" + text + "' is not a size; write 65536, 500kB, 16MB or 16MiB");
  }
}
