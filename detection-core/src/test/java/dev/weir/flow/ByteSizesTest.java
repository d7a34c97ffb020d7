package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0B",
    "65536, 65536, 64KiB",
    "16MiB, 16777216, 16MiB",
    "16mb, 16000000, 15625KiB",
    "3kB, 3000, 3000B",
    "1GiB, 1073741824, 1GiB",
  })
  void sizesAreReadInAnyUnitAndWrittenInThoseOf1024(String text, int bytes, String written) {
    assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
    assertThat(ByteSizes.format(bytes)).isEqualTo(written);
    assertThat(ByteSizes.parse(written)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "-1", "1.5MB", "1 MB", "3GiB", "99999999999999999999", "1TB"})
  void anythingElseIsNoSize(String text) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> ByteSizes.parse(text))
        .withMessageContaining("'" + text + "' is not a size");
  }
}
