package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

  @ParameterizedTest
  @CsvSource({
    "ISO, 2024-04-25T23:00:00Z, 1714086000000",
    "ISO, 1714086000, -1",
    "EPOCH_SECONDS, 1714086000, 1714086000000",
    "EPOCH_SECONDS, 1714086000.1239, 1714086000123",
    "EPOCH_SECONDS, 1714086000.000001, 1714086000000",
    "EPOCH_SECONDS, 7.5, 7500",
    "EPOCH_SECONDS, 1714086000., -1",
    "EPOCH_SECONDS, .5, -1",
    "EPOCH_SECONDS, 1714086000123, -1",
    "EPOCH_SECONDS, 1.7e9, -1",
    "EPOCH_SECONDS, 1714086000.12x, -1",
    "EPOCH_SECONDS, -5, -1",
    "EPOCH_MILLIS, 1714086000123, 1714086000123",
    "EPOCH_MILLIS, 17140860001234, -1",
    "EPOCH_MILLIS, 1714086000.123, -1",
    "EPOCH_DIGITS, 1714086000, 1714086000000",
    "EPOCH_DIGITS, 17140860001, 1714086000100",
    "EPOCH_DIGITS, 171408600012, 1714086000120",
    "EPOCH_DIGITS, 1714086000123, 1714086000123",
    "EPOCH_DIGITS, 1608949341680081, 1608949341680",
    "EPOCH_DIGITS, 16089493466854, 1608949346685",
    "EPOCH_DIGITS, 171408600, -1",
    "EPOCH_DIGITS, 99999999999999999999, -1",
    "EPOCH_DIGITS, 1714086000.5, -1",
    "AUTO, 1714086000, 1714086000000",
    "AUTO, 1714086000123, 1714086000123",
    "AUTO, 1714086000.5, -1",
  })
  void readsTimesOfItsFormOnly(TimeFormat format, String text, long millis) {
    assertThat(format.parse(text)).isEqualTo(millis);
  }

  @Property
  void anyMicrosecondIsReadToTheMillisecondThatItIsIn(
      @ForAll @LongRange(min = 0, max = 9_999_999_999_999_999L) long micros) {
    String text = "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);

    assertThat(TimeFormat.EPOCH_SECONDS.parse(text)).isEqualTo(micros / 1000);
  }

  @Property
  void zerosAtTheEndOfAFractionMayBeLeftOut(
      @ForAll @LongRange(min = 1_000_000_000_000_000L, max = 9_999_999_999_999_999L) long micros) {
    String digits = Long.toString(micros);
    int end = digits.length();
    while (end > 10 && digits.charAt(end - 1) == '0') {
      end--;
    }

    assertThat(TimeFormat.EPOCH_DIGITS.parse(digits.substring(0, end))).isEqualTo(micros / 1000);
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll TimeFormat format, @ForAll String text) {
    assertThat(format.parse(text)).isBetween(Timestamps.NONE, 9_999_999_999_999L);
  }
}
