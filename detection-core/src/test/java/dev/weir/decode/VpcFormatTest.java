package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VpcFormatTest {

  @Test
  void theDefaultIsAwsOwn() {
    assertThat(VpcFormat.DEFAULT)
        .hasToString(
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets"
                + " bytes start end action log-status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${end} ${srcaddr} ${tgw-id}",
        "end srcaddr tgw-id",
        " ${end}\t srcaddr\n${tgw-id} ",
      })
  void isWrittenAsAwsDoesOrAsNames(String text) {
    assertThat(VpcFormat.parse(text)).isEqualTo(VpcFormat.parse("end srcaddr tgw-id"));
    assertThat(VpcFormat.parse(text)).isNotEqualTo(VpcFormat.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "${scraddr} ${start}, '''${scraddr}'' is not a field of AWS flow logs; did you mean srcaddr?'",
    "srcaddr start flow_direction, '''flow_direction'' is not a field of AWS flow logs; did you"
        + " mean flow-direction?'",
    "srcaddr start xyz, '''xyz'' is not a field of AWS flow logs; docs/formats.md lists them (and a"
        + " shell wants the format in single quotes)'",
    "${srcaddr}${start}, docs/formats.md lists",
    "id srcaddr start, in single quotes",
    "srcaddr start ${srcaddr}, srcaddr occurs twice",
    "dstaddr start, without srcaddr or pkt-srcaddr",
    "srcaddr dstaddr, without start or end",
    "'', without srcaddr or pkt-srcaddr",
  })
  void refusesWhatNoFlowsComeFrom(String text, String message) {
    assertThatThrownBy(() -> VpcFormat.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
