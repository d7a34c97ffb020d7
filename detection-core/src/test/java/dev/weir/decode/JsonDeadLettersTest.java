package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages are dead letters where JSON is asked for, and why. */
class JsonDeadLettersTest {
  private static final String BASE = "\"src_ip\":\"1.2.3.4\",\"time\":\"2024-04-25T23:00:00Z\"";

  private final FlowLogDecoder decoder = LogOptions.of(LogFormat.JSON).streamDecoder();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "\"bytes_in\":-1; BAD_NUMBER",
        "\"bytes_in\":1.0; BAD_NUMBER",
        "\"bytes_in\":1e3; BAD_NUMBER",
        "\"bytes_in\":true; BAD_NUMBER",
        "\"bytes_in\":{}; BAD_NUMBER",
        "\"bytes_in\":[1]; BAD_NUMBER",
        "\"bytes_in\":9223372036854775808; BAD_NUMBER",
        "\"bytes_out\":\"1,000\"; BAD_NUMBER",
        "\"packets\":\"٣\"; BAD_NUMBER",
        "\"dst_port\":65536; OUT_OF_RANGE",
        "\"src_port\":-1; BAD_NUMBER",
        "\"protocol\":256; OUT_OF_RANGE",
        "\"protocol\":-6; BAD_NUMBER",
        "\"protocol\":6.0; BAD_NUMBER",
        "\"protocol\":\"６\"; BAD_NUMBER",
        "\"protocol\":1e1; BAD_NUMBER",
        "\"tcp_flags\":256; OUT_OF_RANGE",
        "\"tcp_flags\":\"SYN\"; BAD_NUMBER",
        "\"response.code\":1000; OUT_OF_RANGE",
        "\"response\":{\"code\":\"OK\"}; BAD_NUMBER",
        "\"src_ip\":\"host.example\"; BAD_ADDRESS",
        "\"src_ip\":167772161; BAD_ADDRESS",
        "\"dst_ip\":\"1.2.3.04\"; BAD_ADDRESS",
        "\"dst_ip\":[\"1.2.3.4\"]; BAD_ADDRESS",
        "\"time\":\"2024-04-25T23:00:00\"; BAD_TIME",
        "\"time\":1714086000.5; BAD_TIME",
        "\"start_time\":171408600; BAD_TIME",
        "\"creation_time\":-1714086000; BAD_TIME",
        "\"start_time\":1714086000,\"end_time\":1714085999; END_BEFORE_START",
        "\"action\":\"maybe\"; BAD_VALUE",
        "\"action\":{}; BAD_VALUE",
        "\"rule_names\":[[\"a\"]]; BAD_VALUE",
        "\"rule_names\":{\"a\":1}; BAD_VALUE",
        "\"src_ip_country_code\":[\"DE\"]; BAD_VALUE",
        "\"src_ip\":null; MISSING_FIELD",
        "\"src_ip\":\"-\"; MISSING_FIELD",
        "\"time\":null; MISSING_FIELD",
      })
  void unsoundValuesAreDeadLettersAndNeverRepaired(String fields, DeadLetterReason reason) {
    DeadLetter letter = Entries.deadLetter(decoder, "{" + BASE + "," + fields + "}");

    assertThat(letter.reason()).as(letter.detail()).isEqualTo(reason);
  }

  @Test
  void detailNamesTheFieldTheValueAndTheRule() {
    String json = "{" + BASE + ",\"dst_port\":70000}";

    DeadLetter letter = Entries.deadLetter(decoder, json);

    assertThat(letter.detail()).isEqualTo("dst_port: '70000' is greater than 65535");
    assertThat(letter.payload()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes_in, BAD_NUMBER, 9223372036854775807",
    "dst_port, OUT_OF_RANGE, 65535",
    "protocol, OUT_OF_RANGE, 255",
    "response.code, OUT_OF_RANGE, 999",
  })
  void numbersOfAnyLengthAreTooLarge(String field, DeadLetterReason reason, String max) {
    String json = "{" + BASE + ",\"" + field + "\":99999999999999999999}";
    DeadLetter letter = Entries.deadLetter(decoder, json);

    assertThat(letter.reason()).isEqualTo(reason);
    assertThat(letter.detail())
        .isEqualTo(field + ": '99999999999999999999' is greater than " + max);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1",
        "{\"a\":\"x",
        "{\"a\":tru",
        "{\"a\":NaN}",
        "{\"a\":-INF}",
        "{\"a\":Infinity}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":007}",
        "{\"a\":1,}",
        "{'a':1}",
        "{/**/}",
        "{\"a\":]}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
      })
  void detailsDoNotNameThePartsOfTheParser(String message) {
    assertThat(Entries.deadLetter(decoder, message).detail())
        .startsWith("not JSON: ")
        .doesNotContain("Source", "Feature", "Constraints", "enable", "`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[]",
        "[{" + BASE + "}]",
        "1",
        "\"text\"",
        "null",
        "{",
        "{\"src_ip\"",
        "{\"src_ip\":\"1.2.3.4\"",
        "{" + BASE + ",}",
        "{" + BASE + "} x",
        "{" + BASE + "}{}",
        "{" + BASE + "}]",
        "{'src_ip':1}",
        "{src_ip:1}",
        "{" + BASE + ",\"bytes_in\":NaN}",
        "{" + BASE + ",\"bytes_in\":007}",
        "\u0000",
        "{\"a\":\"\u0001\"}",
        "2 123 eni - - OK"
      })
  void whatIsNotOneJsonObjectIsMalformed(String message) {
    assertThat(Entries.deadLetter(decoder, message).reason()).isEqualTo(DeadLetterReason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " {} ", "{\"a\":1}", "{" + "\"src_ip\":\"1.2.3.4\"}"})
  void recordsWithoutSourceOrTimeAreIncomplete(String message) {
    assertThat(Entries.deadLetter(decoder, message).reason())
        .isEqualTo(DeadLetterReason.MISSING_FIELD);
  }

  @Test
  void nestingBeyondTheParsersLimitIsMalformed() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(Entries.deadLetter(decoder, deep).reason()).isEqualTo(DeadLetterReason.MALFORMED);
    assertThat(Entries.deadLetter(decoder, deep).detail())
        .isEqualTo("not JSON: it is nested too deep");
  }

  @Test
  void messagesBeyondTheLimitAreTooLarge() {
    String json = "{" + BASE + ",\"a\":\"" + "x".repeat(MessageGate.MAX_LENGTH) + "\"}";

    DeadLetter letter = Entries.deadLetter(decoder, json);

    assertThat(letter.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
    assertThat(letter.payload()).hasSize(DeadLetter.MAX_PAYLOAD);
    assertThat(letter.truncated()).isTrue();
  }
}
