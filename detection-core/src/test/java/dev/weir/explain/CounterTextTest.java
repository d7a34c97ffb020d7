package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DISTINCT_DST_PORTS | 11 | true | true"
            + " | with at most 11 distinct ports in 60 s this window would be normal",
        "DISTINCT_DST_PORTS | 11 | false | true"
            + " | with 11 distinct ports in 60 s this window would be normal",
        "PORT_22_SHARE | 0 | true | true"
            + " | with 0 % of flows to SSH (22) this window would be normal",
        "PORT_22_SHARE | 0.55 | true | true"
            + " | with at most 55 % of flows to SSH (22) this window would be normal",
        "DURATION_MEAN | 2 | true | false"
            + " | if flows last at least 2 s on average, this window would be normal",
        "ACTIVITY_REGULARITY | 0.5 | true | true"
            + " | if pauses vary by at least 100 %, this window would be normal",
        "BYTES_IN_OUT_LOG_RATIO | -1.2 | true | false"
            + " | if it receives at most 3.3 times what it sends, this window would be normal"
      })
  void saysWhatWouldDo(
      Feature feature, double normalAt, boolean onward, boolean lower, String text) {
    assertThat(CounterText.of(FeaturePhrase.of(feature, normalAt, 60_000), normalAt, onward, lower))
        .isEqualTo(text);
  }
}
