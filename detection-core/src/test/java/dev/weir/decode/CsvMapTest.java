package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.Truth;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParameterException;

class CsvMapTest {
  private static final String LUFLOW =
      "avg_ipt,bytes_in,bytes_out,dest_ip,dest_port,entropy,num_pkts_out,num_pkts_in,proto,src_ip,"
          + "src_port,time_end,time_start,total_entropy,label,duration";
  private static final String[] LUFLOW_OPTIONS = {
    "--format=csv",
    "--csv.map=dst_ip=dest_ip,dst_port=dest_port,protocol=proto,packets=num_pkts_in+num_pkts_out,"
        + "start=time_start,end=time_end",
    "--csv.time=epoch-digits",
    "--src-ip.opaque=true",
    "--label.column=label",
    "--label.anomalous=malicious",
    "--label.ignore=outlier"
  };

  private static FlowLogDecoder decoder(String header, String... options) {
    return Logs.options(options).csvDecoder(header, "my.csv");
  }

  private static FlowLogDecoder mapped(String header, String map) {
    return decoder(header, "--format=csv", "--csv.map=" + map);
  }

  @Test
  void readsAnotherProjectsColumns() {
    assertThat(
            Entries.flow(
                decoder(LUFLOW, LUFLOW_OPTIONS),
                "4289.1,7,224,15169,53,3.3,7,2,17,786,51445,1608949341680081,16089493116534,745.0,"
                    + "benign,30.026632"))
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("786")
                .dstIp("15169")
                .srcPort(51445)
                .dstPort(53)
                .protocol(17)
                .bytesIn(7)
                .bytesOut(224)
                .packets(9)
                .start(1_608_949_311_653L)
                .end(1_608_949_341_680L)
                .truth(Truth.NORMAL)
                .build());
  }

  @ParameterizedTest
  @CsvSource({"malicious, ANOMALOUS", "benign, NORMAL", "Malicious, NORMAL", "'', UNKNOWN"})
  void labelsAreATruth(String label, Truth truth) {
    String line = "0,1,2,15169,,0,1,1,1,786,,1608949341,1608949341,0," + label + ",0";
    FlowRecord flow = Entries.flow(decoder(LUFLOW, LUFLOW_OPTIONS), line);

    assertThat(flow.truth()).isEqualTo(truth);
    assertThat(List.of(flow.srcPort(), flow.dstPort())).containsOnly(FlowRecord.ABSENT);
  }

  @Test
  void flowsWithAnIgnoredLabelAreSetAside() {
    String line = "0,1,2,15169,,0,1,1,1,786,,1608949341,1608949341,0,outlier,0";

    assertThat(Entries.of(decoder(LUFLOW, LUFLOW_OPTIONS), line)).isEqualTo(SetAside.LABEL_IGNORED);
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.1.1|1714086000|2|3, 5",
    "1.1.1.1|1714086000||3, 3",
    "1.1.1.1|1714086000|-|, -1",
    "1.1.1.1|1714086000|9223372036854775807|0, 9223372036854775807",
  })
  void aSumIsOfWhatIsKnown(String line, long packets) {
    FlowLogDecoder decoder =
        decoder("src_ip|time|a|b", "--format=csv", "--csv.map=packets=a+b", "--csv.delimiter=|");

    assertThat(Entries.flow(decoder, line).packets()).isEqualTo(packets);
  }

  @Test
  void aSumThatIsTooLargeIsABadNumber() {
    FlowLogDecoder decoder = mapped("src_ip,time,a,b", "bytes_in=a+b");
    DeadLetter letter =
        Entries.deadLetter(decoder, "1.1.1.1,1714086000,9223372036854775807,9223372036854775807");

    assertThat(letter.reason()).isEqualTo(DeadLetterReason.BAD_NUMBER);
    assertThat(letter.detail()).isEqualTo("bytes_in: the sum is greater than 9223372036854775807");
    assertThat(Entries.flow(decoder, "1.1.1.1,1714086000,1,2").bytesIn()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.1.1.1,1714086000,6,17; 6",
        "1.1.1.1,1714086000,,udp; 17",
        "1.1.1.1,1714086000,,; -1"
      })
  void ofSeveralColumnsTheFirstWithAValueCounts(String line, int protocol) {
    FlowLogDecoder decoder = mapped("src_ip,time,a,b", "protocol=a|b");

    assertThat(Entries.flow(decoder, line).protocol()).isEqualTo(protocol);
  }

  @Test
  void aMappedFieldIsNoLongerReadFromItsOwnName() {
    FlowLogDecoder swapped =
        mapped("src_ip,dst_ip,time,action", "src_ip=dst_ip,dst_ip=src_ip,action=");
    FlowRecord flow = Entries.flow(swapped, "1.1.1.1,2.2.2.2,1714086000,whatever");

    assertThat(flow.srcIp()).isEqualTo("2.2.2.2");
    assertThat(flow.dstIp()).isEqualTo("1.1.1.1");
    FlowLogDecoder taken = mapped("src_ip,dst_ip,time", "src_ip=dst_ip");
    assertThat(Entries.flow(taken, "1.1.1.1,2.2.2.2,1714086000").dstIp()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tab, '\t'",
    "'\\t', '\t'",
    ";, ;",
    "|, |",
    "' ', ' '",
  })
  void columnsMayBeSeparatedByAnything(String option, String delimiter) {
    FlowLogDecoder decoder =
        decoder(
            "src_ip" + delimiter + "time" + delimiter + "rule_names",
            "--format=csv",
            "--csv.delimiter=" + option);
    String quoted = "\"a" + delimiter + "\"\"b\"\"\"";

    assertThat(
            Entries.flow(decoder, "1.1.1.1" + delimiter + "1714086000" + delimiter + quoted)
                .ruleNames())
        .containsExactly("a" + delimiter + "\"b\"");
  }

  @Test
  void headersMayHaveDotsBlanksAndColumnsTwice() {
    FlowLogDecoder decoder =
        mapped(
            "\uFEFFid.orig,\"Flow Start\",x,x, Bytes Sent \r",
            "src_ip=id.orig,time=Flow Start,bytes_in=Bytes Sent");

    assertThat(Entries.flow(decoder, "1.1.1.1,1714086000,1,2,3\r\n").bytesIn()).isEqualTo(3);
    assertThat(Entries.of(decoder, "id.orig,Flow Start,x,x,Bytes Sent")).isEqualTo(Ignored.HEADER);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> mapped("src_ip,time,x,x", "bytes_in=x"))
        .withMessage("my.csv names the CSV column x twice: keep one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "dst_ip=dest; `--csv.map dst_ip: my.csv has no CSV column 'dest'; there are 'src_ip', 'time',"
            + " 'bytes'`",
        "bytes_in=byts; `--csv.map bytes_in: my.csv has no CSV column 'byts'; did you mean 'bytes'`",
        "packets=bytes+x; `--csv.map packets: my.csv has no CSV column 'x'; there are 'src_ip',"
            + " 'time', 'bytes'`",
      })
  void columnsThatAreNotThereAreAUsageError(String map, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> mapped("src_ip,time,bytes", map))
        .withMessage(message);
  }

  @Test
  void aLabelColumnThatIsNotThereIsAUsageError() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(
            () ->
                decoder(
                    "src_ip,time,labels",
                    LUFLOW_OPTIONS[0],
                    "--label.column=label",
                    "--label.anomalous=x"))
        .withMessage("--label.column: my.csv has no CSV column 'label'; did you mean 'labels'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AS 786; 64:16:7f:00:00:01",
        "10.0.0.1; 010.1.1.1",
        "FE80::1%eth0; Host-A",
      })
  void opaqueNamesStayAsTheyAre(String source, String target) {
    FlowLogDecoder decoder =
        decoder("src_ip,dst_ip,time", "--format=csv", "--src-ip.opaque", "true");
    FlowRecord flow = Entries.flow(decoder, source + "," + target + ",1714086000");

    assertThat(flow.srcIp()).isEqualTo(source);
    assertThat(flow.dstIp()).isEqualTo(target);
    String tooLong = "x".repeat(257) + ",y,1714086000";
    assertThat(Entries.deadLetter(decoder, tooLong).reason())
        .isEqualTo(DeadLetterReason.BAD_ADDRESS);
  }

  @Test
  void detailsNameTheLogsOwnColumn() {
    FlowLogDecoder decoder = mapped("src_ip,time,sbytes", "bytes_in=sbytes");

    assertThat(Entries.deadLetter(decoder, "1.1.1.1,1714086000,-1").detail())
        .isEqualTo("bytes_in (sbytes): '-1' is not a whole number of digits 0 to 9");
  }

  @ParameterizedTest
  @CsvSource({
    "--csv.delimiter=ab",
    "--csv.delimiter=",
    "'--csv.delimiter=\"'",
    "--csv.delimiter=1",
    "--csv.delimiter=t",
    "--csv.delimiter=-",
    "'--csv.delimiter=\n'",
    "--csv.time=local"
  })
  void optionsThatCannotBeAreRefused(String option) {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> Logs.options("--format=csv", option))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void optionsCanBeSaidAgain() {
    LogOptions options = Logs.options(LUFLOW_OPTIONS).withColumns(LUFLOW);
    LogOptions again = Logs.options(options.arguments().toArray(String[]::new));

    assertThat(again.arguments()).isEqualTo(options.arguments());
    assertThat(again.csvHeader()).isEqualTo(LUFLOW);
    String line = "0,1,2,15169,,0,1,1,1,786,,1608949341,1608949341,0,malicious,0";
    assertThat(Entries.of(again.streamDecoder(), line))
        .isEqualTo(Entries.of(decoder(LUFLOW, LUFLOW_OPTIONS), line));
  }
}
