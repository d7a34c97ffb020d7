package dev.weir.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** A line of ASCII, written over and over in the same place. Not thread-safe. */
final class Text {

  private static final int CAPACITY = 1024;
  private static final long DAY = 86_400_000L;

  private final byte[] bytes = new byte[CAPACITY];
  private int length;
  private long day = Long.MIN_VALUE;
  private byte[] date = {};

  Text clear() {
    length = 0;
    return this;
  }

  Text text(String ascii) {
    int count = ascii.length();
    for (int i = 0; i < count; i++) {
      bytes[length + i] = (byte) ascii.charAt(i);
    }
    length += count;
    return this;
  }

  /** A number that is not negative. */
  Text number(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  Text address(int ip) {
    return number(ip >>> 24)
        .text(".")
        .number(ip >>> 16 & 255)
        .text(".")
        .number(ip >>> 8 & 255)
        .text(".")
        .number(ip & 255);
  }

  /** Eight hexadecimal digits. */
  Text hex(int value) {
    for (int shift = 28; shift >= 0; shift -= 4) {
      bytes[length++] = (byte) Character.forDigit(value >>> shift & 15, 16);
    }
    return this;
  }

  /** ISO 8601 in UTC with milliseconds. */
  Text time(long epochMillis) {
    if (Math.floorDiv(epochMillis, DAY) != day) {
      day = Math.floorDiv(epochMillis, DAY);
      date = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
    System.arraycopy(date, 0, bytes, length, date.length);
    length += date.length;
    int millis = (int) Math.floorMod(epochMillis, DAY);
    text("T").pair(millis / 3_600_000).text(":").pair(millis / 60_000 % 60);
    text(":").pair(millis / 1_000 % 60).text(".");
    return number(millis % 1_000 / 100).pair(millis % 100).text("Z");
  }

  private Text pair(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
