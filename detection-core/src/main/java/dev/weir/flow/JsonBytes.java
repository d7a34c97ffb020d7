package dev.weir.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** One JSON object as UTF-8 bytes, without a line end. */
public final class JsonBytes {

  /** Not by the JDK's own algorithm, whose digits became shorter with version 19. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private JsonBytes() {}

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    /** Called between the braces. */
    void write(JsonGenerator out) throws IOException;
  }

  /** The object that has these fields. */
  public static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Writes epoch milliseconds as ISO 8601 in UTC. */
  public static void time(JsonGenerator out, String name, long epochMillis) throws IOException {
    out.writeStringField(name, Instant.ofEpochMilli(epochMillis).toString());
  }

  /** Writes a number; null where it is NaN, which JSON does not know. */
  public static void number(JsonGenerator out, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      out.writeNullField(name);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.writeNumberField(name, (long) value);
    } else {
      out.writeNumberField(name, value);
    }
  }
}
