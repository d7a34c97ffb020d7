package dev.weir.flow;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A dead letter as JSON; the payload as text where it is UTF-8, else in base64. */
public final class DeadLetterJson {

  static final int SCHEMA = 1;

  private DeadLetterJson() {}

  /** The dead letter's bytes. */
  public static byte[] toBytes(DeadLetter letter) {
    return JsonBytes.object(
        out -> {
          out.writeNumberField("schema", SCHEMA);
          out.writeStringField("reason", letter.reason().id());
          out.writeStringField("detail", letter.detail());
          out.writeStringField("origin", letter.origin());
          if (letter.receivedTime() != FlowRecord.ABSENT) {
            JsonBytes.time(out, "received_time", letter.receivedTime());
          }
          String text = textOf(letter.payload());
          out.writeStringField("encoding", text == null ? "base64" : "text");
          out.writeStringField(
              "payload",
              text == null ? Base64.getEncoder().encodeToString(letter.payload()) : text);
          out.writeBooleanField("truncated", letter.truncated());
        });
  }

  private static String textOf(byte[] payload) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
