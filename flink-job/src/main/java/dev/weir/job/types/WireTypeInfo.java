package dev.weir.job.types;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink to serialize a type by its {@link WireType}. */
final class WireTypeInfo<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  private final WireType wireType;
  private final Class<T> type;

  WireTypeInfo(WireType wireType, Class<T> type) {
    this.wireType = wireType;
    this.type = type;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return switch (wireType) {
      case SOURCE_KEY, TARGET_KEY, CROWD_KEY, INCIDENT_KEY -> true;
      default -> false;
    };
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new WireSerializer<>(wireType);
  }

  @Override
  public String toString() {
    return wireType.name();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireTypeInfo<?> that && wireType == that.wireType;
  }

  @Override
  public int hashCode() {
    return wireType.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof WireTypeInfo;
  }
}
