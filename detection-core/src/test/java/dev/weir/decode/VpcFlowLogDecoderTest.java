package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Side;
import dev.weir.flow.Sight;
import dev.weir.network.Vantage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VpcFlowLogDecoderTest {
  private static final String HEADER =
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes"
          + " start end action log-status";
  private static final String REQUEST =
      "2 123456789012 eni-1 10.26.1.153 3.239.232.29 60220 443 6 48 21869 1669842701 1669842702"
          + " ACCEPT OK";
  private static final String ANSWER =
      "2 123456789012 eni-1 3.239.232.29 10.26.1.153 443 60220 6 47 12071 1669842701 1669842702"
          + " ACCEPT OK";

  private final VpcFlowLogDecoder decoder = new VpcFlowLogDecoder(VpcFormat.DEFAULT, new Vantage());

  private static FlowRecordBuilder conversation() {
    return FlowRecord.builder()
        .scope("123456789012")
        .srcIp("10.26.1.153")
        .srcPort(60220)
        .dstIp("3.239.232.29")
        .dstPort(443)
        .protocol(6)
        .start(1_669_842_701_000L)
        .end(1_669_842_702_000L)
        .action(Action.ACCEPT);
  }

  @Test
  void theInitiatorsRecordGivesBytesIn() {
    assertThat(Entries.flow(decoder, REQUEST))
        .isEqualTo(
            conversation().packets(48).bytesIn(21869).bytesOut(0).side(Side.INITIATOR).build());
  }

  @Test
  void theRespondersRecordIsTurnedRound() {
    assertThat(Entries.flow(decoder, ANSWER))
        .isEqualTo(
            conversation().packets(47).bytesIn(0).bytesOut(12071).side(Side.RESPONDER).build());
  }

  @Test
  void aRefusedRecordIsTheInitiatorsWhateverItsPorts() {
    FlowRecord flow = Entries.flow(decoder, ANSWER.replace("ACCEPT", "REJECT"));

    assertThat(flow.side()).isEqualTo(Side.INITIATOR);
    assertThat(flow.srcIp()).isEqualTo("3.239.232.29");
    assertThat(flow.scope()).isEmpty();
    assertThat(flow.bytesIn()).isEqualTo(12071);
    assertThat(flow.action()).isEqualTo(Action.REJECT);
  }

  @Test
  void icmpKeepsItsPortsOfZeroAndIsTakenAsWritten() {
    FlowRecord flow =
        Entries.flow(
            decoder,
            "2 123456789010 eni-1 203.0.113.12 172.31.16.139 0 0 1 4 336 1432917027 1432917142"
                + " ACCEPT OK");

    assertThat(flow)
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("203.0.113.12")
                .dstIp("172.31.16.139")
                .srcPort(0)
                .dstPort(0)
                .protocol(1)
                .packets(4)
                .bytesIn(336)
                .bytesOut(0)
                .start(1_432_917_027_000L)
                .end(1_432_917_142_000L)
                .side(Side.UNORIENTED)
                .action(Action.ACCEPT)
                .build());
  }

  @Test
  void ipv6IsCanonical() {
    FlowRecord flow =
        Entries.flow(
            decoder,
            "2 123456789010 eni-1 2001:DB8:1234:a100:0:0:df66:f105 fd00:0::4071 34892 22 6 54 8855"
                + " 1477913708 1477913820 ACCEPT OK");

    assertThat(flow.srcIp()).isEqualTo("2001:db8:1234:a100::df66:f105");
    assertThat(flow.dstIp()).isEqualTo("fd00::4071");
    assertThat(flow.scope()).isEmpty();
  }

  @Test
  void absentValuesAreNeverZero() {
    FlowRecord flow =
        Entries.flow(decoder, "2 - - 10.0.0.1 10.0.0.2 - - - - - 1669842701 1669842702 - OK");

    assertThat(flow)
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("10.0.0.1")
                .dstIp("10.0.0.2")
                .start(1_669_842_701_000L)
                .end(1_669_842_702_000L)
                .side(Side.UNORIENTED)
                .sight(Sight.UNKNOWN)
                .build());
  }

  @Test
  void scopeIsTheAccountOfTheSourceThatWasTurnedToTheFront() {
    assertThat(Entries.flow(decoder, ANSWER).scope()).isEqualTo("123456789012");
    assertThat(Entries.flow(decoder, ANSWER.replace("123456789012", "kontö")).scope())
        .isEqualTo("kontö");
    assertThat(Entries.flow(decoder, ANSWER.replace("10.26.1.153", "8.8.8.8")).scope()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "\t", " \t \t  "})
  void anyRunOfBlanksOrTabsSeparates(String separator) {
    String line = separator + REQUEST.replace(" ", separator) + separator + "\r\n";

    assertThat(Entries.of(decoder, line)).isEqualTo(Entries.of(decoder, REQUEST));
  }

  @ParameterizedTest
  @CsvSource({
    "2 1 eni - - - - - - - 1431280876 1431280934 - NODATA, NO_DATA",
    "2 1 eni - - - - - - - 1431280876 1431280934 - SKIPDATA, SKIP_DATA",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT SKIPDATA, SKIP_DATA",
    HEADER + ", HEADER",
    "'', EMPTY_LINE",
    "' \t ', EMPTY_LINE",
  })
  void theLogStatusDecidesWhatHoldsNoFlow(String line, Ignored ignored) {
    assertThat(Entries.of(decoder, line)).isEqualTo(ignored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"%s\"}",
        " {\"id\":7,\"x\":{\"message\":\"no\"},\"message\":\"%s\\n\",\"y\":[1]} ",
        "{\"message\":\"none\",\"message\":\"%s\"}",
        "\"%s\""
      })
  void aRecordThatJsonWrapsIsThatRecord(String wrapping) {
    assertThat(Entries.of(decoder, wrapping.formatted(REQUEST)))
        .isEqualTo(Entries.of(decoder, REQUEST));
    assertThat(Entries.of(decoder, wrapping.formatted(HEADER))).isEqualTo(Ignored.HEADER);
    assertThat(Entries.of(decoder, wrapping.formatted(""))).isEqualTo(Ignored.EMPTY_LINE);
  }

  @Test
  void addressesInThePacketStandInForThoseAtTheInterface() {
    VpcFlowLogDecoder packets = decoder("pkt-srcaddr pkt-dstaddr end");

    assertThat(Entries.flow(packets, "10.0.0.1 FD00::2 1669842702"))
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("10.0.0.1")
                .dstIp("fd00::2")
                .end(1_669_842_702_000L)
                .side(Side.UNORIENTED)
                .sight(Sight.UNKNOWN)
                .build());
    assertThat(Entries.deadLetter(packets, "10.0.0.1 - 1669842702").reason())
        .isEqualTo(DeadLetterReason.MISSING_FIELD);
  }

  @Test
  void aTransitGatewaysRecordIsOfTheInitiatorsAccountAndCountsWhereItComesIn() {
    VpcFlowLogDecoder gateway =
        decoder(
            "account-id tgw-id tgw-src-vpc-account-id tgw-dst-vpc-account-id srcaddr dstaddr srcport"
                + " dstport protocol bytes start end tcp-flags flow-direction");
    String in = "9 tgw-0a 1 2 10.0.0.5 10.1.0.6 40000 443 6 7 1755592533 1755592558 2 ingress";
    String answer = "9 tgw-0a 2 1 10.1.0.6 10.0.0.5 443 40000 6 8 1755592533 1755592558 18 ingress";

    assertThat(Entries.flow(gateway, in).scope()).isEqualTo("1");
    assertThat(Entries.flow(gateway, in).tcpFlags()).isEqualTo(2);
    assertThat(Entries.flow(gateway, answer).tcpFlags()).isEqualTo(18);
    assertThat(Entries.flow(gateway, answer))
        .returns("1", FlowRecord::scope)
        .returns("10.0.0.5", FlowRecord::srcIp)
        .returns(8L, FlowRecord::bytesOut);
    assertThat(Entries.of(gateway, in.replace("ingress", "egress")))
        .isEqualTo(SetAside.DUPLICATE_VANTAGE);
    assertThat(Entries.flow(gateway, in.replace("tgw-0a 1 2", "tgw-0a - -")).scope())
        .isEqualTo("9");
  }

  @Test
  void aFormatMayBeWithoutATarget() {
    assertThat(Entries.flow(decoder("srcaddr start"), "10.0.0.1 1669842702").dstIp()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7 - - - 1669842701 1669842702 - -, no-data",
    "7 - - - - - - -, missing-field",
    "7 - - 443 1669842701 1669842702 - -, missing-field",
    "7 - - - 1669842701 1669842702 ACCEPT -, missing-field",
    "7 10.0.0.1 10.0.0.2 443 1669842701 1669842702 ACCEPT any, flow",
    "version srcaddr dstaddr dstport start end action ecs-task-id, header",
  })
  void aLogWithoutStatusIsSilentWhereOnlyTheTimeIsKnown(String line, String outcome) {
    VpcFlowLogDecoder noStatus =
        decoder("version srcaddr dstaddr dstport start end action ecs-task-id");
    Entry entry = Entries.of(noStatus, line);

    if (entry instanceof DeadLetter letter) {
      assertThat(letter.reason()).hasToString(outcome);
    } else if (entry instanceof FlowRecord) {
      assertThat(outcome).isEqualTo("flow");
    } else {
      assertThat(entry).hasToString(outcome);
    }
  }

  @Test
  void repairsAreReportedOnceAKindBeforeTheFlow() {
    Entries entries = new Entries();
    byte[] line =
        "2 1 eni FE80::1%eth0 ::FFFF:10.0.0.1 1 2 6 1 1 1431280876 1431280934 accept ok"
            .getBytes(StandardCharsets.UTF_8);
    decoder.decode(line, 0, line.length, entries);

    assertThat(entries.repairs())
        .containsExactly(Repair.IPV6_ZONE, Repair.ADDRESS_FORM, Repair.LETTER_CASE);
  }

  @Test
  void showsFieldsAsTheLogHasThem() {
    Map<String, Object> fields = new LinkedHashMap<>();
    VpcFlowLogDecoder custom = decoder("end dstaddr srcaddr bytes account-id region log-status");
    Entries.flow(custom, "1669842702 FD00::2 10.0.0.1 007 000000000012 - ok");
    custom.fields(
        new FieldVisitor() {
          @Override
          public void number(String name, long value) {
            fields.put(name, value);
          }

          @Override
          public void text(String name, String value) {
            fields.put(name, value);
          }
        });

    assertThat(fields)
        .containsExactly(
            entry("end", 1_669_842_702L),
            entry("dstaddr", "FD00::2"),
            entry("srcaddr", "10.0.0.1"),
            entry("bytes", 7L),
            entry("account-id", "000000000012"),
            entry("log-status", "ok"));
  }

  private static VpcFlowLogDecoder decoder(String format) {
    return new VpcFlowLogDecoder(VpcFormat.parse(format), new Vantage());
  }

  @Test
  void oneLineLeavesNothingToTheNext() {
    Entries.deadLetter(decoder, REQUEST.replace("443", "70000"));
    Entries.flow(decoder, ANSWER);

    assertThat(Entries.flow(decoder, "2 - - 1.1.1.1 2.2.2.2 - - - - - 1669842701 - - OK"))
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("1.1.1.1")
                .dstIp("2.2.2.2")
                .start(1_669_842_701_000L)
                .side(Side.UNORIENTED)
                .build());
  }
}
