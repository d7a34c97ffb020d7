package dev.weir.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @Test
  void readsEveryUnit() {
    assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.parse("60s")).isEqualTo(Duration.ofMinutes(1));
    assertThat(Durations.parse("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Durations.parse("1h")).isEqualTo(Duration.ofHours(1));
    assertThat(Durations.parse("7d")).isEqualTo(Duration.ofDays(7));
    assertThat(Durations.parse("0")).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "10",
        "10x",
        "-1s",
        "+1s",
        "1.5h",
        "1 h",
        " 1h",
        "1h ",
        "99999999999999d"
      })
  void refusesWhatIsNoneAndShowsWhatWouldBe(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(UserException.class)
        .hasMessage("'" + text + "' is not a duration; write 500ms, 60s, 10m, 1h or 7d");
  }

  @Property
  void readsBackWhatItWrites(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long millis) {
    Duration duration = Duration.ofMillis(millis);
    assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
  }
}
