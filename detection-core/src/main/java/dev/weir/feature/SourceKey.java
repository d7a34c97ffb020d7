package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The key of the source view. Its hash decides which subtask a source's state lives in, so it is
 * spelled out here and fixed for good, as are its bytes.
 *
 * @param scope account or network of a private address, empty for public ones
 * @param address canonical text of an address, or of a prefix that is counted as one
 */
public record SourceKey(String scope, String address) implements ViewKey, Comparable<SourceKey> {

  private static final int VERSION = 1;

  /** The key of a flow's source. */
  public static SourceKey of(FlowRecord flow) {
    return new SourceKey(flow.scope(), flow.source());
  }

  @Override
  public int hashCode() {
    return Mixed.hash(31 * scope.hashCode() + address.hashCode());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceKey that
        && address.equals(that.address)
        && scope.equals(that.scope);
  }

  /** By address, then scope: the order of reports and of the trainer's reservoir. */
  @Override
  public int compareTo(SourceKey other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : scope.compareTo(other.scope);
  }

  /** Writes version, scope and address. */
  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(scope);
    out.writeUTF(address);
  }

  /** Reads what {@link #write} wrote. */
  public static SourceKey read(DataInput in) throws IOException {
    UnknownVersionException.check("source key", VERSION, in.readByte());
    return new SourceKey(RecentScopes.one(in.readUTF()), in.readUTF());
  }
}
