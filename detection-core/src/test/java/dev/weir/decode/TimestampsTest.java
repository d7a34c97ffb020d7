package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "1714086000, 2024-04-25T23:00:00Z",
    "1714086000123, 2024-04-25T23:00:00.123Z",
    "2024-04-25T23:00:00Z, 2024-04-25T23:00:00Z",
    "2024-04-25t23:00:00z, 2024-04-25T23:00:00Z",
    "2024-04-25 23:00:00+00:00, 2024-04-25T23:00:00Z",
    "2024-04-25T23:00Z, 2024-04-25T23:00:00Z",
    "2024-04-26T01:00:00+02:00, 2024-04-25T23:00:00Z",
    "2024-04-26T01:00:00+0200, 2024-04-25T23:00:00Z",
    "2024-04-26T01:00:00+02, 2024-04-25T23:00:00Z",
    "2024-04-25T17:30-05:30, 2024-04-25T23:00:00Z",
    "2024-04-25T23:00:00.1Z, 2024-04-25T23:00:00.100Z",
    "2024-04-25T23:00:00.123999999Z, 2024-04-25T23:00:00.123Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2286-11-20T17:46:39.999Z, 2286-11-20T17:46:39.999Z",
  })
  void readsTheFormsThatLogsUse(String written, Instant time) {
    assertThat(Timestamps.parse(written)).isEqualTo(time.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "171408600",
        "17140860001",
        "17140860001234",
        "-1714086000",
        "1714086000.5",
        "2024-04-25",
        "2024-04-25T23:00:00",
        "2024-04-25T23:00",
        "2024-04-25T23:00:00.Z",
        "2024-04-25T23:00:00ZZ",
        "2024-04-25T23:00:00Z ",
        "2024-04-25T23:00:00+2",
        "2024-04-25T23:00:00+02:",
        "2024-04-25T23:00:00+19:00",
        "2024-04-25T23:00:00+02:60",
        "2024-04-25T23:00:00 02:00",
        "2024-04-25T24:00:00Z",
        "2024-04-25T23:60:00Z",
        "2024-04-25T23:00:60Z",
        "2024-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-01-32T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+01:00",
        "2286-11-20T17:46:40Z",
        "9999-12-31T23:59:59Z",
        "2024/04/25T23:00:00Z",
        "20240425T230000Z",
        "2024-04-25T23-00-00Z",
        "2024-04-25X23:00:00Z",
        "٢024-04-25T23:00:00Z",
        "yesterday at noon",
        "2024-04-25T23:00:",
        "2024-04-25T23:00:0Z"
      })
  void anythingElseIsNoTime(String text) {
    assertThat(Timestamps.parse(text)).isEqualTo(Timestamps.NONE);
  }

  @Property
  void agreesWithTheJdkOnEveryInstant(
      @ForAll @LongRange(max = 9_999_999_999_999L) long millis,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    OffsetDateTime time =
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

    if (time.getYear() >= 1970) {
      assertThat(Timestamps.parse(time.toString())).isEqualTo(millis);
    }
  }

  @ParameterizedTest
  @CsvSource({"1418530010, 1418530010000", "164000066, 164000066000", "0, 0"})
  void epochSecondsMayBeOfAnyAge(String written, long millis) {
    assertThat(Timestamps.epochSeconds(written)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1418530010000", "14185300100", "00000000001", "1.5", "1418530010Z"})
  void epochSecondsAreNoMilliseconds(String text) {
    assertThat(Timestamps.epochSeconds(text)).isEqualTo(Timestamps.NONE);
  }
}
