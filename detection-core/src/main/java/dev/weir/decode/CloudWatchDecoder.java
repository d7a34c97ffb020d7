package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.network.Vantage;
import java.util.List;

/**
 * Reads the envelopes of CloudWatch Logs subscriptions: gzip, plain JSON or Lambda's {@code
 * awslogs.data}, one or several in a message, each with any number of log events. A message that
 * cannot be read to its end is one dead letter and nothing else; in a message that can, every event
 * is an entry of its own.
 */
final class CloudWatchDecoder implements FlowLogDecoder {
  private final int max;
  private final LogSources sources;
  private final Vantage vantage;
  private final Gunzip gunzip;
  private final EventTexts texts = new EventTexts();
  private final EnvelopeReader reader = new EnvelopeReader(texts);
  private final EventView view = new EventView(texts);
  private final EventEntries entries = new EventEntries(view);

  /** What reads the event that is being reported. */
  private FlowLogDecoder current;

  /**
   * @param max bytes that a message may have, packed and unpacked
   * @param sources what decodes the events, by where they were logged
   * @param vantage of all of them: is told what only the envelope knows
   */
  CloudWatchDecoder(int max, LogSources sources, Vantage vantage) {
    this.max = max;
    this.sources = sources;
    this.vantage = vantage;
    this.gunzip = new Gunzip(max, max);
  }

  @Override
  public void decode(byte[] message, int offset, int length, EntryCollector out) {
    if (MessageGate.settles(message, offset, length, max, out)) {
      return;
    }
    reader.clear();
    gunzip.clear();
    Fault fault = read(message, offset, length);
    if (fault != null) {
      fault.report(out, message, offset, length);
    } else if (reader.envelopes().isEmpty()) {
      out.ignored(Ignored.EMPTY_LINE);
    } else {
      reader.envelopes().forEach(envelope -> report(envelope, out));
    }
  }

  private Fault read(byte[] message, int offset, int length) {
    Fault fault = readOnce(gunzip, message, offset, length);
    int left = max - gunzip.length();
    List<byte[]> wrapped = reader.takePacked();
    for (int i = 0; i < wrapped.size() && fault == null; i++) {
      // With memory of its own, since envelopes refer to it; together they keep to the limit.
      Gunzip unpacker = new Gunzip(left, max);
      fault = readOnce(unpacker, wrapped.get(i), 0, wrapped.get(i).length);
      left -= unpacker.length();
      if (fault == null && !reader.takePacked().isEmpty()) {
        fault = Fault.malformed("awslogs.data holds another awslogs.data");
      }
    }
    return fault;
  }

  private Fault readOnce(Gunzip unpacker, byte[] bytes, int offset, int length) {
    if (!Gunzip.isGzip(bytes, offset, length)) {
      return reader.read(bytes, offset, length);
    }
    Fault fault = unpacker.unpack(bytes, offset, length);
    return fault == null ? reader.read(unpacker.buffer(), 0, unpacker.length()) : fault;
  }

  private void report(Envelope envelope, EntryCollector out) {
    Fault fault = fault(envelope);
    if (fault != null) {
      fault.report(out, envelope.json, envelope.from, envelope.to - envelope.from);
    } else if (envelope.messageType.equals(Envelope.CONTROL)) {
      out.ignored(Ignored.CONTROL_MESSAGE);
    } else if (envelope.events.isEmpty()) {
      out.ignored(Ignored.NO_EVENTS);
    } else {
      reportEvents(envelope, out);
    }
  }

  private static Fault fault(Envelope envelope) {
    if (envelope.messageType == null) {
      return Fault.malformed("no messageType: this is no subscription of CloudWatch Logs");
    }
    if (envelope.messageType.equals(Envelope.CONTROL)) {
      return null;
    }
    if (!envelope.messageType.equals(Envelope.DATA)) {
      return Fault.of(
          DeadLetterReason.BAD_VALUE,
          "messageType",
          FieldText.of(envelope.messageType),
          "neither DATA_MESSAGE nor CONTROL_MESSAGE");
    }
    boolean hasEvents = envelope.fault != null || envelope.events != null;
    return hasEvents ? envelope.fault : Fault.missing("logEvents");
  }

  private void reportEvents(Envelope envelope, EntryCollector out) {
    LogSources.Inner inner = sources.of(envelope.owner, envelope.logGroup);
    vantage.loggedIn(inner.scope(), envelope.owner == null ? "" : envelope.owner);
    entries.begin(out);
    for (Envelope.Event event : envelope.events) {
      out.event(view.at(envelope, event));
      if (event.fault == null) {
        int length = event.messageTo - event.messageFrom;
        current = inner.decoder();
        current.decode(texts.bytes(), event.messageFrom, length, entries);
      } else {
        event.fault.report(entries, texts.bytes(), 0, 0);
      }
    }
    out.event(null);
  }

  @Override
  public void fields(FieldVisitor visitor) {
    current.fields(visitor);
  }
}
