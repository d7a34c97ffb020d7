package dev.weir.job.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint keeps of a serializer: the wire type's name and the version of its layout. State
 * of another version is refused by name when a job is restored.
 */
public final class WireSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

  private static final int VERSION = 1;

  private WireType wireType;
  private int layout;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public WireSerializerSnapshot() {}

  WireSerializerSnapshot(WireType wireType) {
    this.wireType = wireType;
    this.layout = wireType.version();
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(wireType.name());
    out.writeInt(layout);
  }

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    if (readVersion != VERSION) {
      throw new IOException("a serializer snapshot of unknown version " + readVersion);
    }
    String name = in.readUTF();
    try {
      wireType = WireType.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("state of type '" + name + "', which this release does not know", e);
    }
    layout = in.readInt();
    if (layout != wireType.version()) {
      throw new IOException(
          String.format(
              "state of type %s is of version %d and this release reads version %d;"
                  + " restore it with the release that wrote it",
              name, layout, wireType.version()));
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new WireSerializer<>(wireType);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old instanceof WireSerializerSnapshot<T> that && that.wireType == wireType
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
