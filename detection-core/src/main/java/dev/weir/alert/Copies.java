package dev.weir.alert;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Copies what is rarely copied by its bytes, so that no field is forgotten. */
final class Copies {

  private Copies() {}

  /** Writes a value. */
  interface Writer {
    void write(DataOutput out) throws IOException;
  }

  /** Reads it again. */
  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  static <T> T of(Writer writer, Reader<T> reader) {
    try {
      return reader.read(new DataInputStream(new ByteArrayInputStream(bytes(writer))));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  static byte[] bytes(Writer writer) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.write(new DataOutputStream(bytes));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
