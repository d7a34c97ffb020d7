package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Ignored;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {
  private static final long ELEVEN = Instant.parse("2024-04-25T23:00:00Z").toEpochMilli();
  private static final String BASE = "\"src_ip\":\"1.2.3.4\",\"time\":\"2024-04-25T23:00:00Z\"";

  private final FlowLogDecoder decoder = LogOptions.of(LogFormat.JSON).streamDecoder();

  @Test
  void readsEveryField() {
    FlowRecord flow =
        Entries.flow(
            decoder,
            """
            {"bytes_in":5602,"bytes_out":"12990","creation_time":"2024-04-25T23:00:00Z",
             "end_time":"2024-04-25T23:10:00Z","src_ip":"147.161.161.82",
             "src_ip_country_code":"AE","protocol":"HTTPS","response.code":200,"dst_port":443,
             "dst_ip":"10.138.69.97","rule_names":"Suspicious Web Traffic",
             "observation_name":"Adversary Infrastructure Interaction","source.meta":"AWS_VPC_Flow",
             "source.name":"prod_webserver","time":"2024-04-25T23:00:00Z",
             "detection_types":"waf_rule","src_port":50123,"packets":17,"action":"allow"}
            """);

    assertThat(flow)
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("147.161.161.82")
                .dstIp("10.138.69.97")
                .srcPort(50123)
                .dstPort(443)
                .protocol(6)
                .bytesIn(5602)
                .bytesOut(12990)
                .packets(17)
                .start(ELEVEN)
                .end(ELEVEN + 600_000)
                .action(Action.ACCEPT)
                .responseCode(200)
                .country("AE")
                .ruleNames(List.of("Suspicious Web Traffic"))
                .build());
  }

  @Test
  void absentValuesAreNeverZero() {
    FlowRecord expected = FlowRecord.builder().srcIp("1.2.3.4").start(ELEVEN).build();

    assertThat(Entries.flow(decoder, "{" + BASE + "}")).isEqualTo(expected);
    assertThat(expected.bytesIn()).isEqualTo(FlowRecord.ABSENT);
    for (String absent : List.of("null", "\"\"", "\"-\"", "\"  \"")) {
      StringBuilder json = new StringBuilder("{" + BASE);
      for (FlowField field : FlowField.values()) {
        if (field != FlowField.SRC_IP && field != FlowField.TIME) {
          json.append(",\"").append(field.id()).append("\":").append(absent);
        }
      }
      assertThat(Entries.flow(decoder, json + "}")).as(absent).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "start_time creation_time time, start_time",
    "time creation_time start_time, start_time",
    "time creation_time, creation_time",
    "time, time",
  })
  void startIsTheMostExactOfTheTimesGiven(String given, String taken) {
    StringBuilder json = new StringBuilder("{\"src_ip\":\"::1\"");
    for (String name : given.split(" ")) {
      json.append(",\"%s\":%d".formatted(name, 1_714_000_000 + name.length()));
    }

    FlowRecord flow = Entries.flow(decoder, json + "}");

    assertThat(flow.start()).isEqualTo((1_714_000_000L + taken.length()) * 1000);
    assertThat(flow.timed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1714085999, 1714085999", "1714086000, 1714086000", "1714086001, 1714086000"})
  void timeIsTheStartUnlessItIsAfterTheEnd(long time, long start) {
    String json = "{\"src_ip\":\"::1\",\"time\":%d,\"end_time\":1714086000}".formatted(time);

    assertThat(Entries.flow(decoder, json).start()).isEqualTo(start * 1000);
    assertThat(Entries.flow(decoder, json).end()).isEqualTo(ELEVEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1714086000",
        "\"1714086000\"",
        "1714086000000",
        "\" 1714086000000 \"",
        "1.714086e9",
        "1.714086E+12",
        "\"2024-04-26T01:00:00+02:00\""
      })
  void timesMayBeTextOrNumbers(String time) {
    assertThat(Entries.flow(decoder, "{\"src_ip\":\"::1\",\"time\":" + time + "}").start())
        .isEqualTo(ELEVEN);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("\"response\":{\"code\":404,\"x\":1}", base().responseCode(404).build()),
        arguments("\"response\":{\"code\":\"503\"}", base().responseCode(503).build()),
        arguments("\"response\":7", base().build()),
        arguments("\"response\":[{\"code\":1}]", base().build()),
        arguments("\"source\":{\"meta\":{\"a\":[1]},\"name\":\"n\"}", base().build()),
        arguments("\"src_ip\":\"FE80::1%eth0\"", base().srcIp("fe80::1").build()),
        arguments("\"src_ip\":\"::ffff:9.8.7.6\"", base().srcIp("9.8.7.6").build()),
        arguments("\"src_ip\":\" 9.8.7.6\\t\"", base().srcIp("9.8.7.6").build()),
        arguments("\"protocol\":17", base().protocol(17).build()),
        arguments("\"protocol\":\"0\"", base().protocol(0).build()),
        arguments("\"protocol\":\"udp\"", base().protocol(17).build()),
        arguments("\"protocol\":\"quic\"", base().protocol(17).build()),
        arguments("\"protocol\":\"Icmp\"", base().protocol(1).build()),
        arguments("\"protocol\":\"carrier pigeon\"", base().build()),
        arguments("\"protocol\":\"6to4\"", base().build()),
        arguments("\"action\":\"Deny\"", base().action(Action.REJECT).build()),
        arguments("\"action\":\"BLOCKED\"", base().action(Action.REJECT).build()),
        arguments("\"action\":\"Accept\"", base().action(Action.ACCEPT).build()),
        arguments("\"rule_names\":\"a,b\"", base().ruleNames(List.of("a,b")).build()),
        arguments(
            "\"rule_names\":[\"a\",null,\"\",\"b\",3]",
            base().ruleNames(List.of("a", "b", "3")).build()),
        arguments("\"rule_names\":[]", base().build()),
        arguments("\"bytes_in\":9223372036854775807", base().bytesIn(Long.MAX_VALUE).build()),
        arguments("\"bytes_in\":0", base().bytesIn(0).build()),
        arguments("\"bytes_in\":1,\"bytes_in\":2", base().bytesIn(2).build()),
        arguments("\"bytes_in\":1,\"bytes_in\":null", base().build()),
        arguments("\"bytes_in\":-1,\"bytes_in\":2", base().bytesIn(2).build()),
        arguments("\"bytes_in\":{\"a\":-1},\"bytes_in\":2", base().bytesIn(2).build()),
        arguments("\"src_ip\":\"host\",\"src_ip\":\"5.6.7.8\"", base().srcIp("5.6.7.8").build()),
        arguments("\"dst_port\":0,\"src_port\":65535", base().dstPort(0).srcPort(65535).build()),
        arguments(
            "\"other\":{\"src_ip\":\"x\",\"deep\":[[[{\"time\":-1}]]]},\"more\":1e999",
            base().build()),
        arguments("\"src_ip_country_code\":\" de \"", base().country("DE").build()),
        arguments("\"src_ip_country_code\":\"Germany\"", base().build()),
        arguments("\"src_ip_country_code\":12", base().build()),
        arguments(
            "\"rule_names\":\"\\u0000 \\\"x\\\"\"",
            base().ruleNames(List.of("\u0000 \"x\"")).build()),
        arguments("\"rule_names\":\"\\ud800!\"", base().ruleNames(List.of("\uFFFD!")).build()),
        arguments("\"rule_names\":\"\\ud83d\\ude00\"", base().ruleNames(List.of("😀")).build()),
        arguments("\"observation_name\":{\"any\":\"thing\"}", base().build()));
  }

  private static FlowRecordBuilder base() {
    return FlowRecord.builder().srcIp("1.2.3.4").start(ELEVEN);
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsValuesByTheirMeaning(String fields, FlowRecord expected) {
    assertThat(Entries.flow(decoder, "{" + BASE + "," + fields + "}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n", "\t \n"})
  void emptyMessagesAreIgnored(String message) {
    assertThat(Entries.of(decoder, message)).isEqualTo(Ignored.EMPTY_LINE);
  }

  @Test
  void hugeNumbersAreBadNumbersAndHugeTextsAreCut() {
    String huge = "9".repeat(500_000);

    assertThat(Entries.deadLetter(decoder, "{" + BASE + ",\"packets\":" + huge + "}").reason())
        .isEqualTo(DeadLetterReason.BAD_NUMBER);
    assertThat(Entries.flow(decoder, "{" + BASE + ",\"rule_names\":\"" + huge + "\"}").ruleNames())
        .containsExactly("9".repeat(FlowRecord.MAX_TEXT));
    assertThat(Entries.flow(decoder, "{" + BASE + ",\"" + huge + "\":" + huge + "}").srcIp())
        .isEqualTo("1.2.3.4");
  }

  @Test
  void oneRecordLeavesNothingToTheNext() {
    Entries.flow(
        decoder, "{" + BASE + ",\"bytes_in\":5,\"rule_names\":[\"a\"],\"action\":\"deny\"}");
    Entries.deadLetter(decoder, "{" + BASE + ",\"bytes_in\":-5}");
    Entries.deadLetter(decoder, "{" + BASE + ",\"packets\":7");

    assertThat(Entries.flow(decoder, "{" + BASE + "}")).isEqualTo(base().build());
  }
}
