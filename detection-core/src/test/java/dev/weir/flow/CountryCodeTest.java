package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryCodeTest {

  @ParameterizedTest
  @CsvSource({"DE, DE", "ae, AE", "uS, US"})
  void isTwoLettersInUpperCase(String text, String code) {
    assertThat(FlowRecord.builder().srcIp("::1").start(0).country(text).build().country())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "D", "DEU", "Germany", "D1", "ÄÖ", "ıi", "  ", "\u001b[", "😀"})
  void whatElseALogNamesIsNoCountryAndCostsNothingElse(String text) {
    FlowRecord flow = FlowRecord.builder().srcIp("::1").start(0).country(text).build();

    assertThat(flow).isEqualTo(FlowRecord.builder().srcIp("::1").start(0).build());
  }
}
