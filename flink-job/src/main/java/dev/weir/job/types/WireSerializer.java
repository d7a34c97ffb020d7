package dev.weir.job.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink's view of a {@link WireType}. */
public final class WireSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final WireType wireType;

  WireSerializer(WireType wireType) {
    this.wireType = wireType;
  }

  WireType wireType() {
    return wireType;
  }

  @Override
  public boolean isImmutableType() {
    return wireType.isImmutable();
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked") // A wire type's values are of its own class.
  public T copy(T from) {
    return (T) wireType.copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    wireType.write(value, target);
  }

  @Override
  @SuppressWarnings("unchecked") // A wire type's values are of its own class.
  public T deserialize(DataInputView source) throws IOException {
    return (T) wireType.read(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireSerializer<?> that && wireType == that.wireType;
  }

  @Override
  public int hashCode() {
    return wireType.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new WireSerializerSnapshot<>(wireType);
  }
}
