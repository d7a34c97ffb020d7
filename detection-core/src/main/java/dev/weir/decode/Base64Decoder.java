package dev.weir.decode;

import java.util.Arrays;
import java.util.Base64;

/** Reads messages that are written down in base64. */
public final class Base64Decoder implements FlowLogDecoder {
  private final FlowLogDecoder inner;

  /**
   * Reads what the base64 holds.
   *
   * @param inner for the message itself
   */
  public Base64Decoder(FlowLogDecoder inner) {
    this.inner = inner;
  }

  /** How long a message of so many bytes is in base64: a third more. */
  public static int lengthOf(int bytes) {
    return (int) Math.min(Integer.MAX_VALUE - 16, (bytes + 2L) / 3 * 4);
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.isBlank(message, offset, length)) {
      inner.decode(message, offset, length, out);
      return;
    }
    byte[] plain = messageIn(message, offset, length);
    if (plain == null) {
      Fault.malformed("the message is not base64").report(out, message, offset, length);
    } else {
      inner.decode(plain, 0, plain.length, out);
    }
  }

  /** What base64 holds, with blanks around it or not; null where it is no base64. */
  public static byte[] messageIn(byte[] line, int offset, int length) {
    int from = offset;
    int to = offset + length;
    while (from < to && FieldText.isBlank(line[from])) {
      from++;
    }
    while (from < to && FieldText.isBlank(line[to - 1])) {
      to--;
    }
    try {
      return Base64.getDecoder().decode(Arrays.copyOfRange(line, from, to));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public void fields(FieldVisitor visitor) {
    inner.fields(visitor);
  }
}
