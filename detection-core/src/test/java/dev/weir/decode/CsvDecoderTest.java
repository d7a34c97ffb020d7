package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.UserException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDecoderTest {
  private static final long ELEVEN = Instant.parse("2024-04-25T23:00:00Z").toEpochMilli();
  private static final String SMALL = "src_ip,time,bytes_in,rule_names,other";

  private final FlowLogDecoder decoder = ofHeader(SMALL, "--csv.header");

  private static FlowLogDecoder ofHeader(String header, String namedBy) {
    return LogOptions.of(LogFormat.CSV).csvDecoder(header, namedBy);
  }

  @Test
  void readsLinesOfTheDefaultHeader() {
    FlowLogDecoder export = ofHeader(LogOptions.DEFAULT_CSV_HEADER, "--csv.header");
    String line =
        "5602,12990,2024-04-25T23:00:00Z,2024-04-25T23:10:00Z,147.161.161.82,AE,HTTPS,200,443,"
            + "10.138.69.97,Suspicious Web Traffic,Adversary Infrastructure Interaction,"
            + "AWS_VPC_Flow,prod_webserver,2024-04-25T23:00:00Z,waf_rule\r\n";

    assertThat(Entries.flow(export, line))
        .isEqualTo(
            FlowRecord.builder()
                .srcIp("147.161.161.82")
                .dstIp("10.138.69.97")
                .dstPort(443)
                .protocol(6)
                .bytesIn(5602)
                .bytesOut(12990)
                .start(ELEVEN)
                .end(ELEVEN + 600_000)
                .responseCode(200)
                .country("AE")
                .ruleNames(List.of("Suspicious Web Traffic"))
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4,1714086000,,,",
        "1.2.3.4,1714086000,-,-,-",
        " 1.2.3.4 ,\t1714086000 , ,  ,x",
        "\"1.2.3.4\",\"1714086000\",\"\",\"\",\"a,\"\"b\"\"\"",
        "\uFEFF1.2.3.4,1714086000,,,",
        "1.2.3.4,1714086000,,,\n",
        "\r\n1.2.3.4,1714086000,,,\r\n\r\n",
        "1.2.3.4,1714086000,,,\"two\nlines\"",
      })
  void absentCellsAreNeverZero(String line) {
    assertThat(Entries.flow(decoder, line))
        .isEqualTo(FlowRecord.builder().srcIp("1.2.3.4").start(ELEVEN).build());
  }

  @Test
  void quotedTextKeepsCommasAndQuotes() {
    assertThat(Entries.flow(decoder, "1.2.3.4,1714086000,7,\"a, \"\"b\"\"\",x").ruleNames())
        .containsExactly("a, \"b\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SMALL,
        SMALL + "\r\n",
        "\uFEFF" + SMALL,
        "\"src_ip\",\"time\",\"bytes_in\",\"rule_names\",\"other\"",
        " src_ip , time , bytes_in , rule_names , other "
      })
  void theHeaderAgainIsIgnored(String line) {
    assertThat(Entries.of(decoder, line)).isEqualTo(Ignored.HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\r\n"})
  void emptyLinesAreIgnored(String line) {
    assertThat(Entries.of(decoder, line)).isEqualTo(Ignored.EMPTY_LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1.2.3.4,1714086000,1,a; FIELD_COUNT",
        "1.2.3.4,1714086000,1,a,b,c; FIELD_COUNT",
        "hello; FIELD_COUNT",
        "src_ip,time,bytes_in,rule_names; FIELD_COUNT",
        "src_ip,time,bytes_in,rule_names,else; BAD_ADDRESS",
        "1.2.3.4,1714086000,-1,a,b; BAD_NUMBER",
        "1.2.3.4,1714086000,1.5,a,b; BAD_NUMBER",
        "1.2.3.4,yesterday,1,a,b; BAD_TIME",
        ",1714086000,1,a,b; MISSING_FIELD",
        "1.2.3.4,-,1,a,b; MISSING_FIELD",
        "786,1714086000,1,a,b; BAD_ADDRESS",
        "1.2.3.4,1714086000,1,\"a,b; MALFORMED",
        "1.2.3.4,1714086000,1,\"a\"x,b; MALFORMED",
      })
  void unsoundLinesAreDeadLetters(String line, DeadLetterReason reason) {
    DeadLetter letter = Entries.deadLetter(decoder, line);

    assertThat(letter.reason()).as(letter.detail()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4,1714086000,1,a,b\n1.2.3.4,1714086000,1,a,b",
        "a\nb,c",
        SMALL + "\r1.2.3.4,1714086000,1,a,b",
        SMALL + "\n1.2.3.4,1714086000,1,a,b\n",
        SMALL + "\r" + SMALL,
      })
  void severalLinesAreNoMessage(String lines) {
    assertThat(Entries.deadLetter(decoder, lines).reason()).isEqualTo(DeadLetterReason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"😀,1", "\"a\"\u001b,1"})
  void detailCanBeWrittenAndPrintedWhateverTheParserQuotes(String line) {
    String detail = Entries.deadLetter(decoder, line).detail();

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(detail)).isTrue();
    assertThat(detail.chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void oneLineLeavesNothingToTheNext() {
    Entries.flow(decoder, "1.2.3.4,1714086000,7,a,b");
    Entries.deadLetter(decoder, "1.2.3.4,1714086000,-7,a,b,c");
    Entries.deadLetter(decoder, "1.2.3.4,1714086000,7,\"a");

    assertThat(Entries.flow(decoder, "1.2.3.4,1714086000,,,"))
        .isEqualTo(FlowRecord.builder().srcIp("1.2.3.4").start(ELEVEN).build());
  }

  @Test
  void bytesThatAreNotUtf8AreText() {
    byte[] line = "1.2.3.4,1714086000,7,\u00FF,b".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Entries.of(decoder, line))
        .isInstanceOfSatisfying(
            FlowRecord.class, flow -> assertThat(flow.ruleNames()).containsExactly("\uFFFD"));
  }

  @Test
  void headersMayCarryAByteOrderMarkQuotesAndBlanks() {
    FlowLogDecoder other = ofHeader("\uFEFF\"src_ip\", end_time \r\n", "x.csv");

    assertThat(Entries.flow(other, "1.2.3.4,1714086000").end()).isEqualTo(ELEVEN);
  }

  @ParameterizedTest
  @CsvSource({
    "'src_ip,time\r1.1.1.1,1424000000', my.csv has lines that end in CR only: convert them to end"
        + " in LF or CRLF",
    "'src_ip,time\n1.1.1.1,1424000000', my.csv has a CSV header of several lines: give one line of"
        + " column names",
  })
  void aHeaderIsOneLine(String header, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> ofHeader(header, "my.csv"))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "srcip,time; my.csv has no CSV column src_ip: name the column that holds it with --csv.map"
            + " 'src_ip=COLUMN' (found: 'srcip', 'time')",
        "src_ip,date; my.csv has no CSV column time, creation_time, start_time or end_time: name"
            + " the column that holds it with --csv.map 'time=COLUMN' (found: 'src_ip', 'date')",
        "src_ip,time,time; my.csv names the CSV column time twice: keep one of them",
        "\"src_ip,time; my.csv has no CSV header that can be read: give one line of column names",
        "``; my.csv has no CSV header that can be read: give one line of column names",
      })
  void headersThatCannotMakeFlowsAreTheUsersToMend(String header, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> ofHeader(header, "my.csv"))
        .withMessage(message);
  }
}
