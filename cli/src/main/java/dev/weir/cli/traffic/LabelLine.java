package dev.weir.cli.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A label as a line of JSON. */
final class LabelLine {
  private static final JsonFactory JSON = new JsonFactory();

  private LabelLine() {}

  static byte[] of(AttackLabel label) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("attack", label.attack());
      json.writeStringField("src_ip", label.srcIp());
      json.writeStringField("target", label.target());
      json.writeStringField("start", label.start().toString());
      json.writeStringField("end", label.end().toString());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
