package dev.weir.decode;

import dev.weir.flow.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes an envelope for one event, which goes between head and tail as it was read. */
final class EnvelopeJson {
  static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

  private EnvelopeJson() {}

  /** Everything before the event: what tells where it was logged. */
  static byte[] headOf(Envelope envelope) {
    byte[] empty =
        JsonBytes.object(
            out -> {
              out.writeStringField("messageType", Envelope.DATA);
              out.writeStringField("owner", envelope.owner);
              out.writeStringField("logGroup", envelope.logGroup);
              out.writeStringField("logStream", envelope.logStream);
              out.writeArrayFieldStart("logEvents");
              out.writeEndArray();
            });
    return Arrays.copyOf(empty, empty.length - TAIL.length);
  }
}
