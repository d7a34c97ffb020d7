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
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.write(new DataOutputStream(bytes));
      return reader.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException("copying in memory", e);
    }
  }
}
