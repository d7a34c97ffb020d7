package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBytesTest {

  @ParameterizedTest
  @CsvSource({
    "NaN, null",
    "0, 0",
    "-0.0, 0",
    "5, 5",
    "-5, -5",
    "0.05, 0.05",
    "2.0E-3, 0.002",
    "999999999999999, 999999999999999",
    "1e15, 1.0E15",
    "9.223372036854775807e18, 9.223372036854776E18",
    "2e23, 2.0E23"
  })
  void numbersThatAreWholeHaveNoPointAndNaNIsNull(double value, String json) {
    assertThat(text(JsonBytes.object(out -> JsonBytes.number(out, "n", value))))
        .isEqualTo("{\"n\":" + json + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "1714086000123, 2024-04-25T23:00:00.123Z",
    "-1, 1969-12-31T23:59:59.999Z"
  })
  void timesAreIsoInUtc(long millis, String json) {
    assertThat(text(JsonBytes.object(out -> JsonBytes.time(out, "t", millis))))
        .isEqualTo("{\"t\":\"" + json + "\"}");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
