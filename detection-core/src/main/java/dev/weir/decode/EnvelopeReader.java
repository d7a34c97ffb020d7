package dev.weir.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.weir.flow.DeadLetterReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the JSON documents of a message, one behind the other, before anything is made of them: a
 * message that breaks off in the middle must not be half used.
 */
final class EnvelopeReader {
  /** Whoever calls has measured the message; texts and numbers in it need no limit of their own. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final EventTexts texts;
  private final FieldText text = new FieldText();
  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<byte[]> packed = new ArrayList<>();
  private byte[] source;
  private int base;
  private int length;

  /** Puts what events say where {@code texts} is. */
  EnvelopeReader(EventTexts texts) {
    this.texts = texts;
  }

  /** Forgets the message before. */
  void clear() {
    envelopes.clear();
    packed.clear();
    texts.clear();
  }

  /** The documents of the message, in order. */
  List<Envelope> envelopes() {
    return envelopes;
  }

  /** What lay in Lambda's wrappers since the last call, out of base64. */
  List<byte[]> takePacked() {
    List<byte[]> taken = List.copyOf(packed);
    packed.clear();
    return taken;
  }

  /** Reads every document; what is wrong with the message as JSON, or null. */
  Fault read(byte[] bytes, int offset, int count) {
    source = bytes;
    base = offset;
    length = count;
    try (JsonParser json = FACTORY.createParser(bytes, offset, count)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          return Fault.malformed("the message holds something that is not a JSON object");
        }
        readEnvelope(json);
      }
      return null;
    } catch (IOException | RuntimeException e) {
      // Jackson has both for what bytes can bring about (broken UTF-32, field names made to
      // collide), and one message must never cost the job.
      return JsonFault.of("not JSON", e);
    }
  }

  private void readEnvelope(JsonParser json) throws IOException {
    Envelope envelope = new Envelope(source, tokenStart(json));
    int packedBefore = packed.size();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "messageType" -> envelope.messageType = textOr(json, token, null);
        case "owner" -> envelope.owner = textOr(json, token, "");
        case "logGroup" -> envelope.logGroup = textOr(json, token, "");
        case "logStream" -> envelope.logStream = textOr(json, token, "");
        case "logEvents" -> readEvents(json, token, envelope);
        case "awslogs" -> readWrapper(json, token);
        default -> json.skipChildren();
      }
    }
    envelope.to = position(json);
    if (envelope.to <= envelope.from) {
      envelope.from = base;
      envelope.to = base + length;
    }
    if (packed.size() == packedBefore || envelope.messageType != null) {
      envelopes.add(envelope);
    }
  }

  private String textOr(JsonParser json, JsonToken token, String otherwise) throws IOException {
    if (token.isStructStart()) {
      json.skipChildren();
      return otherwise;
    }
    return token == JsonToken.VALUE_NULL ? otherwise : scalar(json).text();
  }

  private void readWrapper(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("data")) {
        packed.add(json.getBinaryValue());
      } else {
        json.skipChildren();
      }
    }
  }

  private void readEvents(JsonParser json, JsonToken token, Envelope envelope) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      json.skipChildren();
      envelope.fault = new Fault(DeadLetterReason.BAD_VALUE, "logEvents: not an array");
      return;
    }
    envelope.beginEvents();
    for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
      Envelope.Event event = new Envelope.Event();
      event.from = tokenStart(json);
      if (item == JsonToken.START_OBJECT) {
        readEvent(json, event);
      } else {
        json.skipChildren();
        json.finishToken();
        event.fault = Fault.malformed("the log event is not a JSON object");
      }
      event.to = position(json);
      envelope.events.add(event);
    }
  }

  private void readEvent(JsonParser json, Envelope.Event event) throws IOException {
    Fault idFault = null;
    Fault timestampFault = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "id" -> idFault = readId(json, token, event);
        case "timestamp" -> timestampFault = readTimestamp(json, token, event);
        case "message" -> event.fault = readMessage(json, token, event);
        default -> json.skipChildren();
      }
    }
    event.fault = event.fault == null ? idFault : event.fault;
    event.fault = event.fault == null ? timestampFault : event.fault;
  }

  private Fault readId(JsonParser json, JsonToken token, Envelope.Event event) throws IOException {
    event.idFrom = texts.size();
    event.idTo = event.idFrom;
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      json.skipChildren();
      return new Fault(DeadLetterReason.BAD_VALUE, "id: neither a text nor a number");
    }
    texts.add(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    event.idTo = texts.size();
    return null;
  }

  private Fault readTimestamp(JsonParser json, JsonToken token, Envelope.Event event)
      throws IOException {
    event.timestamp = 0;
    if (token.isStructStart()) {
      json.skipChildren();
      return new Fault(DeadLetterReason.BAD_VALUE, "timestamp: neither a number nor a text");
    }
    FieldText value = scalar(json);
    if (token == JsonToken.VALUE_NULL || value.isAbsent()) {
      return null;
    }
    long digits = Digits.parse(value);
    event.timestamp = digits == Digits.NONE ? Timestamps.parse(value) : digits;
    return event.timestamp < 0
        ? Fault.of(DeadLetterReason.BAD_TIME, "timestamp", value, "not a time in milliseconds")
        : null;
  }

  private Fault readMessage(JsonParser json, JsonToken token, Envelope.Event event)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return Fault.missing("message");
    }
    if (token != JsonToken.VALUE_STRING) {
      json.skipChildren();
      return new Fault(DeadLetterReason.BAD_VALUE, "message: not a text");
    }
    event.messageFrom = texts.size();
    texts.add(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    event.messageTo = texts.size();
    return null;
  }

  private FieldText scalar(JsonParser json) throws IOException {
    char[] characters = json.getTextCharacters();
    return text.wrap(characters, json.getTextOffset(), json.getTextLength());
  }

  /** Where the current token begins; Jackson does not tell in UTF-16, and says -1. */
  private int tokenStart(JsonParser json) {
    return base + (int) json.currentTokenLocation().getByteOffset();
  }

  private int position(JsonParser json) {
    return base + (int) json.currentLocation().getByteOffset();
  }
}
