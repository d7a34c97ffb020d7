package dev.weir.job.types;

import dev.weir.feature.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * An accumulator as its bytes: what state holds of a window that is open. On the heap it is a
 * fraction of the accumulator's size; it cannot change, so that no snapshot has to copy it.
 */
public final class Packed {

  /** Far above what any accumulator comes to: nothing larger is read. */
  static final int MAX_BYTES = 1 << 20;

  private final long flows;
  private final byte[] bytes;

  Packed(long flows, byte[] bytes) {
    this.flows = flows;
    this.bytes = bytes;
  }

  /** The accumulator's flows. */
  public long flows() {
    return flows;
  }

  /** Bytes that the accumulator takes. */
  public int size() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, flows);
    Varint.write(out, bytes.length);
    out.write(bytes);
  }

  static Packed read(DataInput in) throws IOException {
    long flows = Varint.read(in);
    long length = Varint.read(in);
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("an accumulator of " + length + " bytes");
    }
    byte[] bytes = new byte[(int) length];
    in.readFully(bytes);
    return new Packed(flows, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Packed that && flows == that.flows && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
