package dev.weir.cli.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.flow.JsonBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Lines that a log stream has gathered, as one envelope of a CloudWatch Logs subscription. It names
 * no owner, which would become the scope of private addresses: a replay is to be what the file is.
 */
final class Events {

  private static final String LOG_GROUP = "weir-replay";

  private final String logStream;
  private final List<Event> events = new ArrayList<>();
  private int bytes;

  /** One line. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Event(String id, long time, byte[] line) {}

  /** None yet. */
  Events(String logStream) {
    this.logStream = logStream;
  }

  void add(String id, long time, byte[] line) {
    events.add(new Event(id, time, line));
    bytes += line.length;
  }

  int size() {
    return events.size();
  }

  /** Of the lines alone. */
  int bytes() {
    return bytes;
  }

  /** The envelope, gzipped as a subscription has it; there are none after that. */
  byte[] take() {
    byte[] envelope = JsonBytes.object(this::write);
    events.clear();
    bytes = 0;
    return gzip(envelope);
  }

  private void write(JsonGenerator out) throws IOException {
    out.writeStringField("messageType", "DATA_MESSAGE");
    out.writeStringField("logGroup", LOG_GROUP);
    out.writeStringField("logStream", logStream);
    out.writeArrayFieldStart("subscriptionFilters");
    out.writeString("weir");
    out.writeEndArray();
    out.writeArrayFieldStart("logEvents");
    for (Event event : events) {
      out.writeStartObject();
      out.writeStringField("id", event.id());
      out.writeNumberField("timestamp", event.time());
      out.writeStringField("message", new String(event.line(), StandardCharsets.UTF_8));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }
}
