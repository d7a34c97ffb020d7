package dev.weir.decode;

import static dev.weir.decode.Envelopes.data;
import static dev.weir.decode.Envelopes.event;
import static dev.weir.decode.Envelopes.gzip;
import static dev.weir.decode.Envelopes.join;
import static dev.weir.decode.Envelopes.vpc;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of subscription payloads, whole and broken. */
class CloudWatchDecoderTest {
  private static final String TWO =
      data(event("e1", vpc("10.0.0.1")), event("e2", vpc("10.0.0.2") + "\\n"));

  private static List<Entry> decode(byte[] message, String... options) {
    Entries entries = new Entries();
    byte[] buffer = join(new byte[] {'"', '{'}, message, new byte[] {'}'});
    Envelopes.decoder(options).decode(buffer, 2, message.length, entries);
    return entries.all();
  }

  private static List<Entry> decode(String message, String... options) {
    return decode(message.getBytes(UTF_8), options);
  }

  private static List<String> sources(List<Entry> entries) {
    return entries.stream().map(entry -> ((FlowRecord) entry).srcIp()).toList();
  }

  private static DeadLetter letter(List<Entry> entries) {
    assertThat(entries).hasSize(1);
    return letter(entries.get(0));
  }

  private static DeadLetter letter(Entry entry) {
    assertThat(entry).isInstanceOf(DeadLetter.class);
    return (DeadLetter) entry;
  }

  @Test
  void everyEventIsAnEntryPackedOrPlain() {
    assertThat(sources(decode(TWO))).containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(sources(decode(gzip(TWO)))).containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void membersMayHoldADocumentEachOrSharesOfOne() {
    String third = data(event("e3", vpc("10.0.0.3")));
    String both = TWO + third;
    byte[] split = join(gzip(both.substring(0, 100)), gzip(both.substring(100)));

    assertThat(sources(decode(join(gzip(TWO), gzip(third)))))
        .containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
    assertThat(sources(decode(split))).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
    assertThat(sources(decode(both))).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
    assertThat(sources(decode(TWO + "\r\n " + third + "\n"))).hasSize(3);
  }

  @Test
  void lambdasWrapperIsTakenOff() {
    String wrapped =
        "{\"awslogs\":{\"data\":\"%s\"}}".formatted(Base64.getEncoder().encodeToString(gzip(TWO)));

    assertThat(sources(decode(wrapped))).containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(sources(decode(wrapped + wrapped))).hasSize(4);
    String twice =
        "{\"awslogs\":{\"data\":\"%s\"}}"
            .formatted(Base64.getEncoder().encodeToString(wrapped.getBytes(UTF_8)));
    assertThat(letter(decode(twice)).detail()).contains("another awslogs.data");
    assertThat(letter(decode("{\"awslogs\":{\"data\":\"%%%\"}}")).reason())
        .isEqualTo(DeadLetterReason.MALFORMED);
  }

  @Test
  void idsAndTimesMayBeNumbersOrTextsAndTheOrderOfFieldsIsFree() {
    String payload =
        ("{\"logEvents\":[{\"message\":\"%s\",\"extractedFields\":{\"a\":[{}]},\"id\":12,"
                + "\"timestamp\":\"1669842701000\"}],\"x\":{\"y\":[1,{}]},\"owner\":1234,"
                + "\"messageType\":\"DATA_MESSAGE\"}")
            .formatted(vpc("10.0.0.1"));

    assertThat(sources(decode(payload))).containsExactly("10.0.0.1");
  }

  @Test
  void oneBadEventDoesNotCostItsNeighbours() {
    List<Entry> entries =
        decode(
            data(
                event("e1", vpc("10.0.0.1")),
                event("e2", "some_message"),
                "{\"id\":\"e3\",\"timestamp\":1}",
                "{\"id\":\"e4\",\"timestamp\":true,\"message\":\"%s\"}".formatted(vpc("10.0.0.4")),
                "{\"id\":\"e5\",\"timestamp\":1,\"message\":{\"a\":1}}",
                "null",
                "[7]",
                event("e6", ""),
                event("e7", vpc("10.0.0.7").replace("ACCEPT OK", "- NODATA")),
                event("e8", vpc("10.0.0.8"))));

    assertThat(entries).hasSize(10);
    assertThat(sources(List.of(entries.get(0), entries.get(9))))
        .containsExactly("10.0.0.1", "10.0.0.8");
    assertThat(entries.subList(1, 7))
        .extracting(entry -> letter(entry).reason())
        .containsExactly(
            DeadLetterReason.FIELD_COUNT,
            DeadLetterReason.MISSING_FIELD,
            DeadLetterReason.BAD_TIME,
            DeadLetterReason.BAD_VALUE,
            DeadLetterReason.MALFORMED,
            DeadLetterReason.MALFORMED);
    assertThat(entries.subList(7, 9)).containsExactly(Ignored.EMPTY_LINE, Ignored.NO_DATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[1]", "true"})
  void anIdThatIsNoneCostsItsEvent(String id) {
    String event = "{\"id\":%s,\"timestamp\":1,\"message\":\"%s\"}".formatted(id, vpc("10.0.0.3"));
    List<Entry> entries = decode(data(event, event("e2", vpc("10.0.0.2"))));

    assertThat(letter(entries.get(0)).reason()).isEqualTo(DeadLetterReason.BAD_VALUE);
    assertThat(letter(entries.get(0)).detail()).isEqualTo("id: neither a text nor a number");
    assertThat(entries.get(1)).isInstanceOf(FlowRecord.class);
  }

  @Test
  void theDeadLetterOfAnEventIsAPayloadOfItsOwn() {
    String bad = event("e2", "some_message");
    DeadLetter letter = letter(decode(gzip(data(event("e1", vpc("10.0.0.1")), bad))).get(1));

    assertThat(new String(letter.payload(), UTF_8))
        .isEqualTo(
            "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\","
                + "\"logGroup\":\"/vpc/prod\",\"logStream\":\"eni-1-all\",\"logEvents\":["
                + bad
                + "]}");
    assertThat(letter(decode(letter.payload()))).isEqualTo(letter);
  }

  @Test
  void whatHoldsNoEventsIsIgnoredForItsReason() {
    assertThat(decode(data())).containsExactly(Ignored.NO_EVENTS);
    assertThat(decode(data(event("", "CWL CONTROL MESSAGE")).replace("DATA_", "CONTROL_")))
        .containsExactly(Ignored.CONTROL_MESSAGE);
    assertThat(decode("{\"messageType\":\"CONTROL_MESSAGE\"}"))
        .containsExactly(Ignored.CONTROL_MESSAGE);
    assertThat(decode(" \n")).containsExactly(Ignored.EMPTY_LINE);
    assertThat(decode(gzip(""))).containsExactly(Ignored.EMPTY_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"Records\":[{\"kinesis\":{\"data\":\"SGVsbG8=\"}}]}",
        "{\"messageType\":\"OTHER\",\"logEvents\":[]}",
        "{\"messageType\":null,\"logEvents\":[]}",
        "{\"messageType\":\"DATA_MESSAGE\"}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":null}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":{}}",
        "{\"awslogs\":{}}",
        "{\"awslogs\":7}",
        "\u001f\u008b",
      })
  void whatIsNoPayloadIsADeadLetter(String message) {
    assertThat(letter(decode(message)).detail()).isNotBlank();
  }

  @Test
  void aMessageThatBreaksOffIsOneDeadLetterAndNothingElse() {
    byte[] whole = join(gzip(TWO), gzip(TWO));
    for (int length = 1; length < whole.length; length++) {
      List<Entry> entries = decode(Arrays.copyOf(whole, length));
      if (length != gzip(TWO).length) {
        assertThat(letter(entries).payload()).hasSize(length);
      }
    }
    for (int length = 1; length < TWO.length(); length++) {
      letter(decode(TWO.substring(0, length)));
    }
    assertThat(letter(decode(join(gzip(TWO), new byte[] {0}))).detail()).contains("not gzip");
    assertThat(letter(decode(TWO + "]")).reason()).isEqualTo(DeadLetterReason.MALFORMED);
  }

  @Test
  void aBombIsADeadLetterOfItsOwnReason() {
    byte[] bomb = gzip(new byte[64 << 20]);
    byte[] many = new byte[0];
    for (int i = 0; i < 40; i++) {
      many = join(many, bomb);
    }

    // All of it would be 2.5 GB, which no heap of the tests holds.
    assertThat(letter(decode(many)).reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
  }

  @Test
  void wrappersShareOneLimit() {
    String filler = TWO + " ".repeat(3000);
    String wrapped =
        "{\"awslogs\":{\"data\":\"%s\"}}"
            .formatted(Base64.getEncoder().encodeToString(gzip(filler)));

    assertThat(decode(wrapped, "--cloudwatch.max-size=5kB")).hasSize(2);
    assertThat(letter(decode(wrapped + wrapped, "--cloudwatch.max-size=5kB")).reason())
        .isEqualTo(DeadLetterReason.TOO_LARGE);
  }

  @Test
  void messagesMayBeAsLargeAsTheLimitSays() {
    String large = data(event("e1", vpc("10.0.0.1")), event("e2", "x".repeat(2 << 20)));

    List<Entry> entries = decode(large);
    assertThat(entries).hasSize(2);
    assertThat(letter(entries.get(1)).reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
    assertThat(decode(data(event("e1", vpc("10.0.0.1"))) + " ".repeat((2 << 20) - 1000)))
        .hasSize(1);
    assertThat(letter(decode(large, "--cloudwatch.max-size", "1MiB")).reason())
        .isEqualTo(DeadLetterReason.TOO_LARGE);
  }

  @Test
  void textsThatAreNotAsciiComeThrough() {
    String json =
        "{\\\"src_ip\\\":\\\"10.0.0.1\\\",\\\"time\\\":1669842701,\\\"rule_names\\\":\\\"é😀\\ud800x\\\"}";
    List<Entry> entries = decode(data(event("e1", json)), "--cloudwatch.inner=json");

    assertThat(((FlowRecord) entries.get(0)).ruleNames()).containsExactly("é😀\uFFFDx");
  }

  @Test
  void theEnvelopesOwnerIsTheScopeWhereTheRecordHasNone() {
    String inner = "--cloudwatch.inner=json";
    String message = Envelopes.JSON_FLOW;

    assertThat(((FlowRecord) decode(data(event("e", message)), inner).get(0)).scope())
        .isEqualTo("123456789012");
    String pub = message.replace("10.0.0.1", "198.51.100.7");
    assertThat(((FlowRecord) decode(data(event("e", pub)), inner).get(0)).scope()).isEmpty();
    String own = message.replace("{", "{\\\"scope\\\":\\\"vpc-7\\\",");
    assertThat(((FlowRecord) decode(data(event("e", own)), inner).get(0)).scope())
        .isEqualTo("vpc-7");
  }

  @Test
  void payloadsInUtf16AreReadAsJacksonReadsThem() {
    byte[] utf16 =
        data(event("e1", vpc("10.0.0.1")), event("e2", "x"))
            .getBytes(java.nio.charset.StandardCharsets.UTF_16);
    List<Entry> entries = decode(utf16);

    assertThat(entries).hasSize(2);
    assertThat(letter(entries.get(1)).payload()).hasSize(utf16.length);
  }
}
