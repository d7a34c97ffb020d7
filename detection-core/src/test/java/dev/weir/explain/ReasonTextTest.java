package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.model.Quantiles;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTextTest {

  private static final Quantiles ZERO = Quantiles.ofSorted(new double[] {0});

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES_IN | 0 | 0 B sent",
        "BYTES_IN | 999 | 999 B sent",
        "BYTES_IN | 1000 | 1 kB sent",
        "BYTES_IN | 999999 | 1.00 MB sent",
        "BYTES_IN | 12345678 | 12.3 MB sent",
        "BYTES_IN | 9.3e18 | 9.30 EB sent",
        "BYTES_IN | 1e25 | 10,000,000 EB sent",
        "TRAFFIC_RATE | 1500 | 1.50 kB/s while active",
        "DURATION_MEAN | 0.25 | flows last 0.25 s on average",
        "PORT_22_SHARE | 0.125 | 12.5 % of flows to SSH (22)",
        "PORT_22_SHARE | 1 | 100 % of flows to SSH (22)",
        "DISTINCT_DST_PORTS | 3412 | 3,412 distinct ports",
        "DST_PORT_ENTROPY | 0 | spread over ports like 1 equally used ones",
        "DST_PORT_ENTROPY | 2 | spread over ports like 4 equally used ones",
        "DST_PORT_ENTROPY | 5.25 | spread over ports like 38 equally used ones",
        "BYTES_IN_OUT_LOG_RATIO | 0 | sends 1 times what it receives",
        "BYTES_IN_OUT_LOG_RATIO | 5.886 | sends 360 times what it receives",
        "BYTES_IN_OUT_LOG_RATIO | 44 | sends over 1,000,000 times what it receives",
        "BYTES_IN_OUT_LOG_RATIO | -1.2 | receives 3.3 times what it sends",
        "ACTIVITY_REGULARITY | 1 | pauses vary by 0 %",
        "ACTIVITY_REGULARITY | 0.5 | pauses vary by 100 %",
        "MAX_FLOW_BYTES_IN | 5e9 | 5 GB sent in the largest flow"
      })
  void quantitiesReadAsPeopleWriteThem(Feature feature, double value, String text) {
    assertThat(ReasonText.of(feature, value, ZERO)).startsWith(text + "; normal here: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "990 | 990 flows; normal here: 500, 99 % stay at 990 or below",
        "2 | 2 flows; normal here: 500, 99 % reach 10 or more"
      })
  void theBoundIsThatOfTheValuesSide(double value, String text) {
    Quantiles upTo1000 =
        Quantiles.ofSorted(IntStream.rangeClosed(1, 1000).asDoubleStream().toArray());

    assertThat(ReasonText.of(Feature.FLOW_COUNT, value, upTo1000)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.886 | sends 360 times what it receives; normal here: 0.37 times,"
            + " 99 % stay at 2.7 times or below",
        "-3 | receives 20 times what it sends; normal here: 2.7 times,"
            + " 99 % stay at 7.4 times or below",
        "-0.5 | receives 1.6 times what it sends; normal here: 2.7 times,"
            + " 99 % reach 0.37 times or more"
      })
  void aRatioIsToldFromTheSideThatIsLarger(double value, String text) {
    Quantiles between = Quantiles.ofSorted(new double[] {-2, -1, 1});

    assertThat(ReasonText.of(Feature.BYTES_IN_OUT_LOG_RATIO, value, between)).isEqualTo(text);
  }

  @Test
  void aMetronomeVariesLess() {
    Quantiles bursts = Quantiles.ofSorted(new double[] {0.2, 0.4, 0.5});

    assertThat(ReasonText.of(Feature.ACTIVITY_REGULARITY, 0.97, bursts))
        .isEqualTo("pauses vary by 3.1 %; normal here: 150 %, 99 % reach 100 % or more");
  }

  @Property
  void isOneLineForAnyNumber(@ForAll Feature feature, @ForAll double value) {
    assertThat(ReasonText.of(feature, value, ZERO)).hasLineCount(1).hasSizeLessThan(1000);
  }
}
