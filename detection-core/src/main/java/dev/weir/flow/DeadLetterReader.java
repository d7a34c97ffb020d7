package dev.weir.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Reads what {@link DeadLetterJson} writes, its fields in any order, and nothing else. Not for more
 * than one letter.
 */
public final class DeadLetterReader {
  private static final JsonFactory JSON = new JsonFactory();

  private int schema;
  private String reason;
  private String detail;
  private String origin;
  private long receivedTime = FlowRecord.ABSENT;
  private String encoding;
  private String payload;
  private Boolean truncated;

  private DeadLetterReader() {}

  /**
   * The dead letter in these bytes.
   *
   * @param namedBy where they are from, for errors
   * @throws UserException where they are anything else, or of another schema
   */
  public static DeadLetter parse(byte[] bytes, int offset, int length, String namedBy) {
    try (JsonParser json = JSON.createParser(bytes, offset, length)) {
      DeadLetterReader reader = new DeadLetterReader();
      reader.read(json);
      return reader.letter();
    } catch (JsonProcessingException e) {
      throw notOne(namedBy, e.getOriginalMessage(), e);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw notOne(namedBy, e.getMessage(), e);
    }
  }

  private static UserException notOne(String namedBy, String why, Exception cause) {
    String shown = BoundedText.head(why.replace('\n', ' '), DeadLetter.MAX_DETAIL);
    return new UserException(
        namedBy + " is not a dead letter as Weir writes it (" + shown + "): check the input",
        cause);
  }

  private void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("it is not a JSON object");
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "schema" -> schema = json.getIntValue();
        case "reason" -> reason = text(json, name);
        case "detail" -> detail = text(json, name);
        case "origin" -> origin = text(json, name);
        case "received_time" -> receivedTime = Instant.parse(text(json, name)).toEpochMilli();
        case "encoding" -> encoding = text(json, name);
        case "payload" -> payload = text(json, name);
        case "truncated" -> truncated = json.getBooleanValue();
        default -> throw new IOException("it has a field '" + name + "'");
      }
    }
    if (json.nextToken() != null) {
      throw new IOException("something follows it");
    }
  }

  private static String text(JsonParser json, String name) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new IOException(name + " is not a text");
    }
    return json.getText();
  }

  private DeadLetter letter() throws IOException {
    if (schema != DeadLetterJson.SCHEMA) {
      throw new IOException(
          "its schema is " + schema + ", and this Weir reads schema " + DeadLetterJson.SCHEMA);
    }
    require(detail, "detail");
    require(origin, "origin");
    require(truncated, "truncated");
    return new DeadLetter(reason(), detail, origin, receivedTime, payload(), truncated);
  }

  private DeadLetterReason reason() throws IOException {
    for (DeadLetterReason known : DeadLetterReason.values()) {
      if (known.id().equals(require(reason, "reason"))) {
        return known;
      }
    }
    throw new IOException("its reason '" + reason + "' is not known");
  }

  private byte[] payload() throws IOException {
    require(payload, "payload");
    return switch (require(encoding, "encoding")) {
      case "text" -> payload.getBytes(StandardCharsets.UTF_8);
      case "base64" -> Base64.getDecoder().decode(payload);
      default -> throw new IOException("its encoding '" + encoding + "' is not known");
    };
  }

  private static <T> T require(T value, String name) throws IOException {
    if (value == null) {
      throw new IOException("it has no " + name);
    }
    return value;
  }
}
