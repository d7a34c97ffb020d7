package dev.weir.flow;

/** Reads and writes IPv6 addresses for {@link IpAddress}. */
final class Ipv6Address {
  static final int GROUPS = 8;

  private Ipv6Address() {}

  /** As {@link IpAddress#canonical}, for a text with a colon in it. */
  static String canonical(CharSequence text) {
    int[] groups = new int[GROUPS];
    if (!read(text, groups)) {
      return null;
    }
    return isMapped(groups) ? dotted(groups) : compressed(groups);
  }

  /** Fills eight groups of 16 bits; false where the text is no address. */
  static boolean read(CharSequence text, int[] groups) {
    int end = endBeforeZone(text);
    return end >= 2 && readGroups(text, end, groups);
  }

  /** Where the address ends and its zone begins; 0 where the zone is empty. */
  private static int endBeforeZone(CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) == '%') {
        return i + 1 == length ? 0 : i;
      }
    }
    return length;
  }

  private static boolean readGroups(CharSequence text, int end, int[] groups) {
    int count = 0;
    int gap = -1;
    int i = 0;
    if (text.charAt(0) == ':') {
      if (text.charAt(1) != ':') {
        return false;
      }
      gap = 0;
      i = 2;
    }
    while (i < end) {
      int next = endOfGroup(text, i, end);
      if (next < end && text.charAt(next) == '.') {
        return readDottedTail(text, i, end, groups, count) && spread(groups, count + 2, gap);
      }
      if (next == i || count == GROUPS) {
        return false;
      }
      groups[count++] = group(text, i, next);
      i = next;
      if (i < end) {
        if (text.charAt(i) != ':' || i + 1 == end) {
          return false;
        }
        i++;
        if (text.charAt(i) == ':') {
          if (gap >= 0) {
            return false;
          }
          gap = count;
          i++;
        }
      }
    }
    return spread(groups, count, gap);
  }

  private static int endOfGroup(CharSequence text, int from, int end) {
    int i = from;
    while (i < end && i < from + 4 && hex(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int group(CharSequence text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | hex(text.charAt(i));
    }
    return value;
  }

  private static boolean readDottedTail(
      CharSequence text, int from, int end, int[] groups, int count) {
    long bits = count > GROUPS - 2 ? -1 : IpAddress.ipv4(text, from, end);
    if (bits < 0) {
      return false;
    }
    groups[count] = (int) (bits >>> 16);
    groups[count + 1] = (int) (bits & 0xFFFF);
    return true;
  }

  /** Moves the groups behind the gap to the end. */
  private static boolean spread(int[] groups, int count, int gap) {
    if (gap < 0) {
      return count == GROUPS;
    }
    int tail = count - gap;
    System.arraycopy(groups, gap, groups, GROUPS - tail, tail);
    for (int i = gap; i < GROUPS - tail; i++) {
      groups[i] = 0;
    }
    return count < GROUPS;
  }

  private static boolean isMapped(int[] groups) {
    return (groups[0] | groups[1] | groups[2] | groups[3] | groups[4]) == 0 && groups[5] == 0xFFFF;
  }

  private static String dotted(int[] groups) {
    int high = groups[6];
    int low = groups[7];
    return (high >> 8) + "." + (high & 0xFF) + "." + (low >> 8) + "." + (low & 0xFF);
  }

  /** As RFC 5952 writes it. */
  static String compressed(int[] groups) {
    int gap = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = 0;
      while (i + zeros < GROUPS && groups[i + zeros] == 0) {
        zeros++;
      }
      if (zeros > gapLength) {
        gap = i;
        gapLength = zeros;
      }
      i += zeros;
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i += gapLength - 1;
      } else {
        boolean afterGroup = i > 0 && text.charAt(text.length() - 1) != ':';
        text.append(afterGroup ? ":" : "").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
