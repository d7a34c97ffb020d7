package dev.weir.bench.forest;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message of ONNX's protocol buffers, field by field; numbers are those of onnx.proto. */
final class OnnxModel {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  /** Writes to memory, which does not fail. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private OnnxModel write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  OnnxModel integer(int field, long value) {
    return write(() -> out.writeInt64(field, value));
  }

  OnnxModel text(int field, String value) {
    return write(() -> out.writeString(field, value));
  }

  OnnxModel message(int field, OnnxModel value) {
    return write(() -> out.writeByteArray(field, value.toBytes()));
  }

  /** An attribute of a node that is a list of integers. */
  OnnxModel integers(String name, long[] values) {
    OnnxModel attribute = new OnnxModel().text(1, name).integer(20, 7);
    for (long value : values) {
      attribute.integer(8, value);
    }
    return message(5, attribute);
  }

  /** An attribute of a node that is a list of floats. */
  OnnxModel floats(String name, float[] values) {
    OnnxModel attribute = new OnnxModel().text(1, name).integer(20, 6);
    for (float value : values) {
      attribute.write(() -> attribute.out.writeFloat(7, value));
    }
    return message(5, attribute);
  }

  /** An attribute of a node that is a list of texts. */
  OnnxModel texts(String name, String[] values) {
    OnnxModel attribute = new OnnxModel().text(1, name).integer(20, 8);
    for (String value : values) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      attribute.write(() -> attribute.out.writeByteArray(9, utf8));
    }
    return message(5, attribute);
  }

  /** An attribute of a node that is one integer. */
  OnnxModel integer(String name, long value) {
    return message(5, new OnnxModel().text(1, name).integer(20, 2).integer(3, value));
  }

  byte[] toBytes() {
    write(out::flush);
    return bytes.toByteArray();
  }
}
