package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.FlowJson;
import dev.weir.flow.FlowRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read without the library means what the library says that it means. */
class PlainJsonReaderTest {
  private static final List<String> NAMES =
      List.of(
          "src_ip",
          "dst_ip",
          "src_port",
          "dst_port",
          "protocol",
          "bytes_in",
          "bytes_out",
          "packets",
          "start_time",
          "creation_time",
          "time",
          "end_time",
          "action",
          "response.code",
          "response",
          "code",
          "src_ip_country_code",
          "rule_names",
          "scope",
          "source_key",
          "side",
          "sight",
          "truth",
          "label",
          "source",
          "destination",
          "network",
          "event",
          "ip",
          "port",
          "bytes",
          "type",
          "@timestamp",
          "class_uid",
          "traffic",
          "bytes_out",
          "ts",
          "id.orig_h",
          "duration",
          "conn_state",
          "proto",
          "a",
          "b",
          "c",
          "other",
          "",
          "src_ip\\u0020",
          "sr\\u0063_ip",
          "ä");

  private static final List<String> VALUES =
      List.of(
          "\"10.0.0.1\"",
          "\"2001:DB8::1\"",
          "\"fe80::1%eth0\"",
          "\"1.2.3.4\"",
          "\"1.2.3.04\"",
          "\"443\"",
          "443",
          "65536",
          "0",
          "00",
          "07",
          "-1",
          "1.5",
          "1.",
          "0.25",
          ".5",
          "1e3",
          "1.714086e9",
          "1714086000",
          "1714086000123",
          "1714086000.305988",
          "\"2024-04-25T23:00:00Z\"",
          "\"2024-04-25 23:00:00.5+02:00\"",
          "\"2024-02-30T23:00:00Z\"",
          "99999999999999999999",
          "9223372036854775807",
          "\"ACCEPT\"",
          "\"deny\"",
          "\"TCP\"",
          "\"6\"",
          "\"icmp\"",
          "\"\"",
          "\"-\"",
          "\" 7 \"",
          "\" \"",
          "true",
          "false",
          "null",
          "nul",
          "truex",
          "NaN",
          "[]",
          "[1]",
          "[\"a\",\"b\"]",
          "[ \"allowed\" , \"x\" ]",
          "[null]",
          "[\"a\",1]",
          "[\"a\",]",
          "[[\"a\"]]",
          "[{\"code\":1}]",
          "{}",
          "{\"code\":404,\"ip\":\"10.9.8.7\"}",
          "{\"bytes\":5,}",
          "{\"geo\":{\"country_iso_code\":\"de\"},\"ip\":\"::1\",\"port\":7}",
          "\"a\\nb\"",
          "\"a\\ud800\"",
          "\"\\u0041\"",
          "\"ü\"",
          "\"a\tb\"",
          "\"\u007f\"",
          "\"\u0000\"",
          "4001",
          "\"conn\"",
          "\"bad\"",
          "\"AE\"",
          "\"ae\"",
          "",
          "\"");

  private final List<JsonReaders> logs = JsonReaders.all();

  private void agreeOn(byte[] message) {
    logs.forEach(log -> log.agreeOn(message));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void agreesOnFlowsOfEveryKind(@ForAll("flows") FlowRecord flow) {
    agreeOn(FlowJson.toBytes(flow));
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void agreesOnObjectsOfAnyMembers(@ForAll("objects") String object) {
    agreeOn(object.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void agreesOnOneObjectAfterTheOther(
      @ForAll @Size(max = 8) List<@From("objects") String> objects) {
    objects.forEach(object -> agreeOn(object.getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void agreesOnObjectsThatWereDamaged(
      @ForAll("objects") String object, @ForAll int at, @ForAll byte mask, @ForAll boolean cut) {
    byte[] message = object.getBytes(StandardCharsets.UTF_8);
    int index = Math.floorMod(at, message.length);
    message[index] ^= mask;
    agreeOn(cut ? Arrays.copyOf(message, index) : message);
  }

  @Property(tries = 2000)
  void agreesOnAnyBytesInATextAndANumber(@ForAll byte[] bytes) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String json : List.of("{\"src_ip\":\"%s\"}", "{\"packets\":%s}", "{\"%s\":1}", "{%s}")) {
      agreeOn(json.formatted(latin).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " { } \r\n",
        "{\"src_ip\":\"10.0.0.1\",\"dst_port\":443,\"packets\":null,\"x\":true}",
        "{\"rule_names\":[\"a\",\"b\"],\"bytes_in\":0,\"time\":1714086000.25}",
        "{\"response\":{\"code\":404},\"unknown\":{\"a\":[1,{\"b\":[]}]}}",
        "{\"src_ip\":\"no address\",\"src_ip\":\"10.0.0.1\"}"
      })
  void needsNoLibraryForWhatIsPlain(String message) {
    assertThat(logs.get(0).isPlain(message.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}}",
        "{} x",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":01}",
        "{\"a\":-1}",
        "{\"a\":1e3}",
        "{\"a\":1.}",
        "{\"a\":nulL}",
        "{\"a\":\"\\n\"}",
        "{\"\\u0061\":1}",
        "{\"a\":\"ü\"}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":1}\u0000",
        "{\"a\":[1 2]}",
        "{\"a\":[[[[[[[[[1]]]]]]]]]}",
        "{\"bytes_in\":{}}",
        "{\"bytes_in\":[1]}",
        "{\"rule_names\":[1]}"
      })
  void leavesTheRestToTheLibrary(String message) {
    assertThat(logs.get(0).isPlain(message.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Provide
  Arbitrary<FlowRecord> flows() {
    return Flows.any();
  }

  /** Mostly sound ones with some member that is not. */
  @Provide
  Arbitrary<String> objects() {
    Arbitrary<String> blank =
        Arbitraries.frequency(
            Tuple.of(80, ""),
            Tuple.of(10, " "),
            Tuple.of(10, "\r\n\t"),
            Tuple.of(1, "\u000b"),
            Tuple.of(1, "\u0000"),
            Tuple.of(1, "\uFEFF"));
    Arbitrary<String> member =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES), blank, blank)
            .as(
                (name, value, one, two) ->
                    one + "\"" + name + "\"" + two + ":" + one + value + two);
    return Combinators.combine(
            member.list().ofMaxSize(6), Arbitraries.of("10.0.0.1", "::1", "-"), blank)
        .as(
            (members, source, around) -> {
              String base = "\"src_ip\":\"" + source + "\",\"time\":1714086000";
              String all = members.isEmpty() ? base : base + "," + String.join(",", members);
              return around + "{" + all + "}" + around;
            });
  }
}
