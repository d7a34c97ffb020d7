package dev.weir.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A line within JSON: the member {@code message} of an object, as Firehose and shippers deliver it,
 * or a text.
 */
final class WrappedLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String MEMBER = "message";

  private String line;

  /** Whether a message begins as JSON does and no line of a flow log. */
  static boolean isJson(byte[] message, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!FieldText.isBlank(message[i])) {
        return message[i] == '{' || message[i] == '"';
      }
    }
    return false;
  }

  /** Takes a message; what keeps it from being a line, or null. */
  Fault read(byte[] message, int offset, int length) {
    line = null;
    try (JsonParser json = JSON.createParser(message, offset, length)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        readObject(json);
      } else {
        line = json.getText();
      }
      if (json.nextToken() != null) {
        return Fault.malformed("the message goes on after its JSON");
      }
    } catch (IOException | RuntimeException e) {
      // As in JsonDecoder: Jackson throws more than it declares.
      return JsonFault.of("neither a flow log line nor JSON", e);
    }
    return line == null ? Fault.malformed("the JSON object has no text 'message'") : null;
  }

  private void readObject(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals(MEMBER)) {
        line = token == JsonToken.VALUE_STRING ? json.getText() : null;
      }
      json.skipChildren();
    }
  }

  /** The line of the message that was read without a fault. */
  String line() {
    return line;
  }
}
