package dev.weir.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Reads any JSON object, by Jackson: what it says of a message is so, and faster readers have to
 * agree with it.
 */
final class LibraryJsonReader {
  /**
   * Numbers and names may be as long as a message, so that what is wrong with them is said by the
   * field's own rule; nothing here converts a number that it has not measured.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(MessageGate.MAX_LENGTH)
                  .maxNameLength(MessageGate.MAX_LENGTH)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final FieldNames root;
  private final FieldValues values;
  private final FieldText text = new FieldText();

  /** Puts what it finds under the names into {@code values}. */
  LibraryJsonReader(FieldNames root, FieldValues values) {
    this.root = root;
    this.values = values;
  }

  /** Fills the values; what is wrong with the message as JSON, or null. */
  Fault read(byte[] message, int offset, int length) {
    values.clear();
    try (JsonParser json = FACTORY.createParser(message, offset, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Fault.malformed("the message is not a JSON object");
      }
      readObject(json, root);
      return json.nextToken() == null
          ? null
          : Fault.malformed("the message goes on after its JSON object");
    } catch (IOException | RuntimeException e) {
      // Jackson has both for what bytes can bring about (broken UTF-32, field names made to
      // collide), and one message must never cost the job.
      return JsonFault.of("not JSON", e);
    }
  }

  private void readObject(JsonParser json, FieldNames names) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      FieldNames known = names.get(name);
      JsonToken token = json.nextToken();
      if (known == null) {
        json.skipChildren();
      } else if (token == JsonToken.START_OBJECT && known.hasNested()) {
        readObject(json, known);
      } else {
        readValue(json, token, known.slots());
      }
    }
  }

  private void readValue(JsonParser json, JsonToken token, Slot[] slots) throws IOException {
    if (slots.length == 0) {
      json.skipChildren();
      return;
    }
    switch (token) {
      case VALUE_NULL -> values.forget(slots);
      case START_OBJECT -> {
        json.skipChildren();
        refuse(slots, "an object");
      }
      case START_ARRAY -> readArray(json, slots);
      default -> {
        FieldText value = scalar(json);
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
          setDecimal(slots, value);
        } else {
          values.set(slots, value);
        }
      }
    }
  }

  private void setDecimal(Slot[] slots, FieldText value) {
    for (Slot slot : slots) {
      values.set(slot, slot.field().kind().takesExponent() ? Exponents.plain(value) : value);
    }
  }

  private void readArray(JsonParser json, Slot[] slots) throws IOException {
    values.forget(slots);
    boolean nested = false;
    for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
      if (item.isStructStart()) {
        json.skipChildren();
        nested = true;
      } else if (item != JsonToken.VALUE_NULL) {
        values.add(slots, scalar(json));
      }
    }
    for (Slot slot : slots) {
      if (!slot.field().kind().takesSeveral()) {
        values.refuse(slot, "an array");
      } else if (nested) {
        values.refuse(slot, "an array of more than texts");
      }
    }
  }

  private void refuse(Slot[] slots, String shape) {
    for (Slot slot : slots) {
      values.refuse(slot, shape);
    }
  }

  private FieldText scalar(JsonParser json) throws IOException {
    char[] characters = json.getTextCharacters();
    return text.wrap(characters, json.getTextOffset(), json.getTextLength());
  }
}
