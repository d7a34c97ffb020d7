package dev.weir.decode;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The event that a {@link CloudWatchDecoder} is at. Moved from event to event. */
final class EventView implements LogEvent {
  private static final int MAX_SHOWN_ID = 100;

  private final EventTexts texts;
  private final HashStream64 hash = Hashing.komihash5_0().hashStream();
  private Envelope envelope;
  private Envelope.Event event;

  /** Shows events whose texts lie there. */
  EventView(EventTexts texts) {
    this.texts = texts;
  }

  EventView at(Envelope itsEnvelope, Envelope.Event itsEvent) {
    envelope = itsEnvelope;
    event = itsEvent;
    return this;
  }

  @Override
  public String id() {
    int length = event.idTo - event.idFrom;
    String id = new String(texts.bytes(), event.idFrom, length, StandardCharsets.UTF_8);
    return FieldText.of(id).shown(MAX_SHOWN_ID);
  }

  /**
   * Of what it says besides its id, too: ids are unique at AWS, yet not in what imitates it, and to
   * lose a flow for another's id would be worse than to count one twice.
   */
  @Override
  public long identity() {
    if (event.idTo == event.idFrom) {
      return NO_IDENTITY;
    }
    hash.reset()
        .putString(envelope.owner)
        .putString(envelope.logGroup)
        .putString(envelope.logStream)
        .putLong(event.timestamp)
        .putInt(event.idTo - event.idFrom)
        .putBytes(texts.bytes(), event.idFrom, event.idTo - event.idFrom)
        .putBytes(texts.bytes(), event.messageFrom, event.messageTo - event.messageFrom);
    long identity = hash.getAsLong();
    return identity == NO_IDENTITY ? 1 : identity;
  }

  @Override
  public byte[] payload() {
    if (event.to <= event.from) {
      return Arrays.copyOfRange(envelope.json, envelope.from, envelope.to);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(event.to - event.from + 256);
    byte[] head = EnvelopeJson.headOf(envelope);
    out.write(head, 0, head.length);
    out.write(envelope.json, event.from, event.to - event.from);
    out.writeBytes(EnvelopeJson.TAIL);
    return out.toByteArray();
  }
}
