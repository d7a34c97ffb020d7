package dev.weir.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.weir.network.Vantage;
import java.io.IOException;

/**
 * Reads one JSON object a message, with the names of a {@link FieldPlan}. Other fields are skipped,
 * however deep; a name that occurs twice counts the last time.
 */
final class JsonDecoder implements FlowLogDecoder {
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
  private final FlowAssembler assembler;
  private final FieldValues values;
  private final FieldText text = new FieldText();

  JsonDecoder(FieldPlan plan, Vantage vantage) {
    root = FieldNames.of(plan);
    assembler = new FlowAssembler(plan, vantage);
    values = assembler.values();
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, out)) {
      return;
    }
    Fault fault = read(message, offset, length);
    if (fault == null) {
      assembler.report(out, message, offset, length);
    } else {
      fault.report(out, message, offset, length);
    }
  }

  /** Fills the assembler; what is wrong with the message as JSON, or null. */
  private Fault read(byte[] message, int offset, int length) {
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
      case VALUE_NULL -> forget(slots);
      case START_OBJECT -> {
        json.skipChildren();
        refuse(slots, "an object");
      }
      case START_ARRAY -> readArray(json, slots);
      default -> {
        FieldText value = scalar(json);
        boolean decimal = token == JsonToken.VALUE_NUMBER_FLOAT;
        for (Slot slot : slots) {
          boolean writtenOut = decimal && slot.field().kind().takesExponent();
          values.set(slot, writtenOut ? Exponents.plain(value) : value);
        }
      }
    }
  }

  private void readArray(JsonParser json, Slot[] slots) throws IOException {
    forget(slots);
    boolean nested = false;
    for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
      if (item.isStructStart()) {
        json.skipChildren();
        nested = true;
      } else if (item != JsonToken.VALUE_NULL) {
        add(slots, scalar(json));
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

  private void add(Slot[] slots, FieldText item) {
    for (Slot slot : slots) {
      if (slot.field().kind().takesSeveral()) {
        values.add(slot, item);
      }
    }
  }

  private void forget(Slot[] slots) {
    for (Slot slot : slots) {
      values.forget(slot);
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
