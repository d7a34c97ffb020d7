package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.network.Vantage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of VPC flow logs are dead letters, and why. */
class VpcDeadLettersTest {
  private static final String REQUEST =
      "2 123456789012 eni-1 10.26.1.153 3.239.232.29 60220 443 6 48 21869 1669842701 1669842702"
          + " ACCEPT OK";

  private final VpcFlowLogDecoder decoder = new VpcFlowLogDecoder(VpcFormat.DEFAULT, new Vantage());

  @ParameterizedTest
  @CsvSource({
    "Phony unsupported log format., FIELD_COUNT",
    REQUEST + " more, FIELD_COUNT",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT, FIELD_COUNT",
    "version account-id interface-id srcaddr, FIELD_COUNT",
    "2 1 eni host 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, BAD_ADDRESS",
    "2 1 eni 1.1.1.1 2.2.2.02 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, BAD_ADDRESS",
    "2 1 eni - 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, MISSING_FIELD",
    "2 1 eni 1.1.1.1 - 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, MISSING_FIELD",
    "2 1 eni - - - - - - - 1431280876 1431280934 - OK, MISSING_FIELD",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 - - ACCEPT OK, MISSING_FIELD",
    "2 1 eni 1.1.1.1 2.2.2.2 65536 2 6 1 1 1431280876 1431280934 ACCEPT OK, OUT_OF_RANGE",
    "2 1 eni 1.1.1.1 2.2.2.2 1 -2 6 1 1 1431280876 1431280934 ACCEPT OK, BAD_NUMBER",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 256 1 1 1431280876 1431280934 ACCEPT OK, OUT_OF_RANGE",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 tcp 1 1 1431280876 1431280934 ACCEPT OK, BAD_NUMBER",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1.5 1 1431280876 1431280934 ACCEPT OK, BAD_NUMBER",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 9223372036854775808 1431280876 1431280934 ACCEPT OK,"
        + " BAD_NUMBER",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876000 1431280934000 ACCEPT OK, BAD_TIME",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 now ACCEPT OK, BAD_TIME",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280934 1431280876 ACCEPT OK, END_BEFORE_START",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 MAYBE OK, BAD_VALUE",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT FINE, BAD_VALUE",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT -, BAD_VALUE",
    "two 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, BAD_NUMBER",
    "1 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, OUT_OF_RANGE",
    "12 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ACCEPT OK, OUT_OF_RANGE",
    "2 1 eni 1.1.1.1 2.2.2.2 1 2 6 1 1 1431280876 1431280934 ALLOW OK, BAD_VALUE",
    "2 1 eni 1.1.1.1 2.2.2.2 ٣ 2 6 1 1 1431280876 1431280934 ACCEPT OK, BAD_NUMBER",
    "'{\"message\":\"2 1\"}', FIELD_COUNT",
    "'{\"message\":2}', MALFORMED",
    "'{\"message\":{\"message\":\"\"}}', MALFORMED",
    "'{\"log\":\"2\"}', MALFORMED",
    "'{\"message\":\"2\"', MALFORMED",
    "'{\"message\":\"2\"} 3', MALFORMED",
    "'\"2', MALFORMED",
  })
  void unsoundLinesAreDeadLetters(String line, DeadLetterReason reason) {
    DeadLetter letter = Entries.deadLetter(decoder, line);

    assertThat(letter.reason()).as(letter.detail()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp-flags, 256, OUT_OF_RANGE",
    "tcp-flags, SYN, BAD_NUMBER",
    "traffic-path, 1.0, BAD_NUMBER",
    "encryption-status, 999, OUT_OF_RANGE",
    "packets-lost-blackhole, 9223372036854775808, BAD_NUMBER",
    "pkt-dstaddr, example.org, BAD_ADDRESS",
    "flow-direction, inbound, BAD_VALUE",
  })
  void fieldsThatNoFlowNeedsAreCheckedAllTheSame(
      String field, String value, DeadLetterReason reason) {
    VpcFlowLogDecoder more = decoder("srcaddr dstaddr start " + field);

    assertThat(Entries.deadLetter(more, "10.0.0.1 10.0.0.2 1669842702 " + value).reason())
        .isEqualTo(reason);
    assertThat(Entries.flow(more, "10.0.0.1 10.0.0.2 1669842702 -").srcIp()).isEqualTo("10.0.0.1");
  }

  private static VpcFlowLogDecoder decoder(String format) {
    return new VpcFlowLogDecoder(VpcFormat.parse(format), new Vantage());
  }

  @Test
  void detailNamesTheFieldTheValueAndTheRule() {
    assertThat(Entries.deadLetter(decoder, REQUEST.replace("1669842702", "1669842702000")).detail())
        .isEqualTo("end: '1669842702000' is not a time in epoch seconds");
  }
}
