package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  @Property
  void readsEveryNumberOfInt64(@ForAll @LongRange(max = Long.MAX_VALUE) long number) {
    assertThat(Digits.parse(Long.toString(number))).isEqualTo(number);
    assertThat(Digits.parse("000" + number)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "-0",
        "+1",
        "1.0",
        "1e3",
        "0x10",
        " 1",
        "1 ",
        "1,000",
        "1_000",
        "NaN",
        "٣",
        "３",
        "9223372036854775808",
        "9223372036854775810",
        "10000000000000000000",
        "99999999999999999999999999999999"
      })
  void refusesAllElse(String text) {
    assertThat(Digits.parse(text)).isEqualTo(Digits.NONE);
  }
}
