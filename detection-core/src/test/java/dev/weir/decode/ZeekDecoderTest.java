package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.Action;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class ZeekDecoderTest {
  private static final String LINE =
      "1591367999.305988\tCMdzit1AMNsmfAIiQc\t192.168.4.76\t36844\t192.168.4.1\t53\tudp\tdns"
          + "\t0.066851\t62\t141\tSF\t-\t-\t0\tDd\t2\t118\t2\t197\t-";
  private static final FlowRecord FLOW =
      FlowRecord.builder()
          .srcIp("192.168.4.76")
          .dstIp("192.168.4.1")
          .srcPort(36_844)
          .dstPort(53)
          .protocol(17)
          .bytesIn(62)
          .bytesOut(141)
          .packets(4)
          .start(1_591_367_999_305L)
          .end(1_591_367_999_371L)
          .action(Action.ACCEPT)
          .build();

  private static FlowLogDecoder stream(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "--format=zeek";
    System.arraycopy(options, 0, all, 1, options.length);
    return Logs.options(all).streamDecoder();
  }

  private final FlowLogDecoder file = LogOptions.of(LogFormat.ZEEK).fileDecoder("my.log");

  @ParameterizedTest
  @ValueSource(strings = {"", "\t17", "\r\n", "\n", "\t17\r\n"})
  void readsTheUsualColumnsWithoutHeaders(String end) {
    assertThat(Entries.flow(stream(), LINE + end)).isEqualTo(FLOW);
    assertThat(Entries.flow(file, LINE + end)).isEqualTo(FLOW);
  }

  @Test
  void aFilesHeadersSayWhatItsColumnsAre() {
    for (String header :
        new String[] {
          "#separator \\x09",
          "#set_separator\t,",
          "#empty_field\t(empty)",
          "#unset_field\t?",
          "#path\tconn",
          "#open\t2020-06-05-14-39-59",
          "#fields\tid.orig_h\tts\tconn_state\tproto\torig_pkts",
          "#types\taddr\ttime\tstring\tenum\tcount",
        }) {
      assertThat(Entries.of(file, header)).isEqualTo(Ignored.HEADER);
    }

    assertThat(Entries.flow(file, "::1\t1591367999.305988\tREJ\ttcp\t?"))
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("::1")
                .start(1_591_367_999_305L)
                .protocol(6)
                .tcpFlags(2)
                .action(Action.REJECT)
                .build());
    assertThat(Entries.of(file, "#close\t2020-06-05-14-40-00")).isEqualTo(Ignored.HEADER);
    Entries.of(file, "#separator \\x7c");
    Entries.of(file, "#fields|ts|id.orig_h");
    assertThat(Entries.flow(file, "1.5|::1").start()).isEqualTo(1500);
  }

  @ParameterizedTest
  @CsvSource({
    "S0, tcp, 2",
    "SF, tcp, 2",
    "REJ, tcp, 2",
    "RSTOS0, tcp, 6",
    "SH, tcp, 3",
    "RSTRH, tcp, -1",
    "SHR, tcp, -1",
    "OTH, tcp, -1",
    "SF, udp, -1",
    "S0, icmp, -1"
  })
  void theStateOfATcpConnectionTellsOfItsSyn(String state, String protocol, int flags) {
    FlowLogDecoder decoder = stream("--zeek.fields=ts id.orig_h conn_state proto");

    assertThat(Entries.flow(decoder, "1.5\t::1\t" + state + "\t" + protocol).tcpFlags())
        .isEqualTo(flags);
  }

  @Test
  void inAStreamHeadersChangeNothing() {
    FlowLogDecoder decoder = stream();

    assertThat(Entries.of(decoder, "#fields\tid.orig_h\tts")).isEqualTo(Ignored.HEADER);
    assertThat(Entries.of(decoder, "#path\tdns")).isEqualTo(Ignored.HEADER);
    assertThat(Entries.flow(decoder, LINE)).isEqualTo(FLOW);
  }

  @Test
  void otherLogsOfAFolderAreIgnored() {
    Entries.of(file, "#path\tdns");

    assertThat(Entries.of(file, LINE)).isEqualTo(Ignored.OTHER_LOG);
    Entries.of(file, "#separator \\x09");
    assertThat(Entries.flow(file, LINE)).isEqualTo(FLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#fields\tts\tid.resp_h", "#fields\tid.orig_h", "#fields"})
  void aFileWithoutTheColumnsOfAFlowIsTheUsersToMend(String fields) {
    Entries.of(file, fields);

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Entries.of(file, LINE))
        .withMessage("my.log has no ts or no id.orig_h in #fields: name a conn log of Zeek's");
    Entries.of(file, "#path\tfiles");
    assertThat(Entries.of(file, LINE)).isEqualTo(Ignored.OTHER_LOG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ts id.orig_h orig_bytes", "ts,id.orig_h,orig_bytes"})
  void aStreamMayHaveItsOwnColumns(String fields) {
    assertThat(Entries.flow(stream("--zeek.fields=" + fields), "1.5\t::1\t7").bytesIn())
        .isEqualTo(7);
  }

  @Test
  void columnsWithoutAFlowAreRefused() {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> stream("--zeek.fields=ts uid"))
        .withMessageContaining("there is no flow without ts and id.orig_h");
  }

  @ParameterizedTest
  @CsvSource({
    "SF, ACCEPT",
    "S1, ACCEPT",
    "RSTO, ACCEPT",
    "REJ, REJECT",
    "S0, UNKNOWN",
    "OTH, UNKNOWN",
    "-, UNKNOWN",
    "new, UNKNOWN",
  })
  void statesThatTellAreActions(String state, Action action) {
    assertThat(Entries.flow(file, LINE.replace("SF", state)).action()).isEqualTo(action);
  }

  @Test
  void icmpHasNoPorts() {
    FlowRecord flow = Entries.flow(file, LINE.replace("36844", "8").replace("udp", "icmp"));

    assertThat(flow.protocol()).isEqualTo(1);
    assertThat(flow.srcPort()).isEqualTo(FlowRecord.ABSENT);
    assertThat(flow.dstPort()).isEqualTo(FlowRecord.ABSENT);
  }

  @Test
  void icmpBetweenIpv6AddressesIsTheirs() {
    String line = LINE.replace("udp", "icmp").replace("192.168.4.76", "fe80::1");
    FlowRecord flow = Entries.flow(file, line.replace("192.168.4.1", "fe80::2"));

    assertThat(flow.protocol()).isEqualTo(58);
    assertThat(flow.dstPort()).isEqualTo(FlowRecord.ABSENT);
  }

  @Test
  void withoutADurationThereIsOneTime() {
    FlowRecord flow = Entries.flow(file, LINE.replace("0.066851", "-"));

    assertThat(flow.duration()).isEqualTo(FlowRecord.ABSENT);
    assertThat(flow.end()).isEqualTo(flow.start());
  }

  @ParameterizedTest
  @CsvSource({
    "SF, 'SF\t\t\t', FIELD_COUNT",
    "192.168.4.76, host, BAD_ADDRESS",
    "192.168.4.76, -, MISSING_FIELD",
    "1591367999.305988, -, MISSING_FIELD",
    "1591367999.305988, 2020-06-05T14:39:59Z, BAD_TIME",
    "0.066851, -1, BAD_NUMBER",
    "62, 6.2, BAD_NUMBER",
    "36844, 65536, OUT_OF_RANGE",
  })
  void unsoundLinesAreDeadLetters(String value, String damaged, DeadLetterReason reason) {
    assertThat(Entries.deadLetter(stream(), LINE.replace(value, damaged)).reason())
        .isEqualTo(reason);
  }
}
