package dev.weir.bench.pipeline;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Messages as they are. A named class, since the connector can't tell the type of a lambda. */
final class Bytes implements DeserializationSchema<byte[]>, SerializationSchema<byte[]> {

  private static final long serialVersionUID = 1L;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    // Nothing to prepare.
  }

  @Override
  public void open(SerializationSchema.InitializationContext context) {
    // Nothing to prepare.
  }

  @Override
  public byte[] deserialize(byte[] message) {
    return message;
  }

  @Override
  public boolean isEndOfStream(byte[] nextElement) {
    return false;
  }

  @Override
  public byte[] serialize(byte[] element) {
    return element;
  }

  @Override
  public TypeInformation<byte[]> getProducedType() {
    return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  }
}
