package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What flows go to: the key of the target view. Its hash decides which subtask a target's state
 * lives in, so it is spelled out here and fixed for good, as are its bytes.
 *
 * @param address canonical text of the responder's address; never empty
 * @param port 0 to 65535, or {@link FlowRecord#ABSENT}
 */
public record TargetKey(String address, int port) implements ViewKey, Comparable<TargetKey> {

  private static final int VERSION = 1;

  /** The key of a flow's target, which must have an address. */
  public static TargetKey of(FlowRecord flow) {
    return new TargetKey(flow.dstIp(), flow.dstPort());
  }

  @Override
  public int hashCode() {
    return Mixed.hash(31 * address.hashCode() + port);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TargetKey that && port == that.port && address.equals(that.address);
  }

  /** By address, then port: the order of reports and of the trainer's reservoir. */
  @Override
  public int compareTo(TargetKey other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
  }

  /** Writes version, address and port. */
  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(address);
    Varint.write(out, port + 1L);
  }

  /** Reads what {@link #write} wrote. */
  public static TargetKey read(DataInput in) throws IOException {
    UnknownVersionException.check("target key", VERSION, in.readByte());
    String address = in.readUTF();
    return new TargetKey(address, (int) Varint.read(in) - 1);
  }
}
