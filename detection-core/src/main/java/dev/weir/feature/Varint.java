package dev.weir.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Non-negative numbers in as few bytes as they need: LEB128, seven bits a byte, lowest first. */
public final class Varint {

  private Varint() {}

  public static void write(DataOutput out, long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  public static long read(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.readByte();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number of more than 64 bits");
  }
}
