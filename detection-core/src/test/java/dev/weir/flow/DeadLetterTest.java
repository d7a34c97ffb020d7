package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  private static final byte[] BUFFER = "..payload..".getBytes(StandardCharsets.UTF_8);

  @Test
  void keepsACopyOfItsPartOfTheBuffer() {
    byte[] buffer = BUFFER.clone();
    DeadLetter letter = DeadLetter.of(DeadLetterReason.MALFORMED, "why", "f:1", 5, buffer, 2, 7);
    buffer[3] = 'X';

    assertThat(letter.payload()).asString(StandardCharsets.UTF_8).isEqualTo("payload");
    assertThat(letter.truncated()).isFalse();
  }

  @Test
  void cutsWhatIsTooLongAndKeepsTheEndOfTheOrigin() {
    byte[] huge = new byte[DeadLetter.MAX_PAYLOAD + 1];
    DeadLetter letter =
        DeadLetter.of(
            DeadLetterReason.TOO_LARGE,
            "d".repeat(DeadLetter.MAX_DETAIL - 1) + "😀",
            "😀" + "o".repeat(DeadLetter.MAX_ORIGIN - 4) + ":17",
            0,
            huge,
            0,
            huge.length);

    assertThat(letter.payload()).hasSize(DeadLetter.MAX_PAYLOAD);
    assertThat(letter.truncated()).isTrue();
    assertThat(letter.detail()).isEqualTo("d".repeat(DeadLetter.MAX_DETAIL - 1));
    assertThat(letter.origin()).isEqualTo("o".repeat(DeadLetter.MAX_ORIGIN - 4) + ":17");
  }

  @Test
  void theRecordItselfRefusesWhatIsBeyondItsBounds() {
    assertThatThrownBy(
            () ->
                new DeadLetter(
                    DeadLetterReason.MALFORMED, "d".repeat(501), "", 0, new byte[0], false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPayloadThatIsTextIsWrittenAsText() {
    assertThat(json(letter(1_714_086_000_123L, "{\"a\": \"ü\"}".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            "{\"schema\":1,\"reason\":\"bad-number\",\"detail\":\"why \\\"this\\\"\","
                + "\"origin\":\"flows-0-7\",\"received_time\":\"2024-04-25T23:00:00.123Z\","
                + "\"encoding\":\"text\",\"payload\":\"{\\\"a\\\": \\\"ü\\\"}\",\"truncated\":false}");
  }

  @Test
  void aPayloadThatIsNoTextIsWrittenInBase64() {
    assertThat(json(letter(FlowRecord.ABSENT, new byte[] {(byte) 0xFF, 0, 1})))
        .isEqualTo(
            "{\"schema\":1,\"reason\":\"bad-number\",\"detail\":\"why \\\"this\\\"\","
                + "\"origin\":\"flows-0-7\",\"encoding\":\"base64\",\"payload\":\"/wAB\","
                + "\"truncated\":false}");
  }

  private static DeadLetter letter(long receivedTime, byte[] payload) {
    return DeadLetter.of(
        DeadLetterReason.BAD_NUMBER,
        "why \"this\"",
        "flows-0-7",
        receivedTime,
        payload,
        0,
        payload.length);
  }

  private static String json(DeadLetter letter) {
    return new String(DeadLetterJson.toBytes(letter), StandardCharsets.UTF_8);
  }
}
