package dev.weir.cli.traffic;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Builds lines of ASCII. None of what this traffic holds needs escaping in JSON or CSV. */
final class LineBuffer {
  private static final int CAPACITY = 1024;

  private final byte[] bytes = new byte[CAPACITY];
  private final byte[] digits = new byte[20];
  private int length;
  private long day = Long.MIN_VALUE;
  private byte[] date = {};

  LineBuffer clear() {
    length = 0;
    return this;
  }

  LineBuffer text(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  LineBuffer symbol(char ascii) {
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** A number that is not negative. */
  LineBuffer number(long value) {
    int count = 0;
    long rest = value;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    while (count > 0) {
      bytes[length++] = digits[--count];
    }
    return this;
  }

  /** ISO 8601 in UTC with milliseconds. */
  LineBuffer time(long epochMillis) {
    if (Clock.day(epochMillis) != day) {
      day = Clock.day(epochMillis);
      date = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
    System.arraycopy(date, 0, bytes, length, date.length);
    length += date.length;
    int millis = (int) Math.floorMod(epochMillis, Clock.DAY);
    symbol('T').pair(millis / 3_600_000);
    symbol(':').pair(millis / 60_000 % 60);
    symbol(':').pair(millis / 1_000 % 60);
    symbol('.').symbol((char) ('0' + millis % 1_000 / 100)).pair(millis % 100);
    return symbol('Z');
  }

  private void pair(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
