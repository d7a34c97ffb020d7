package dev.weir.cli.decode;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.decode.FieldVisitor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of an entry by the log's own names. */
final class LogFields implements FieldVisitor {
  private final Map<String, Object> values = new LinkedHashMap<>();

  @Override
  public void number(String name, long value) {
    values.put(name, value);
  }

  @Override
  public void text(String name, String value) {
    values.put(name, value);
  }

  void write(JsonGenerator json) throws IOException {
    for (Map.Entry<String, Object> field : values.entrySet()) {
      if (field.getValue() instanceof Long number) {
        json.writeNumberField(field.getKey(), number);
      } else {
        json.writeStringField(field.getKey(), (String) field.getValue());
      }
    }
  }
}
