package dev.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.model.Quantiles;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        "DURATION_MEAN | 0.25 | 0.25 s mean flow duration",
        "PORT_22_SHARE | 0.125 | 12.5 % of flows to SSH (22)",
        "PORT_22_SHARE | 1 | 100 % of flows to SSH (22)",
        "DISTINCT_DST_PORTS | 3412 | 3,412 distinct ports",
        "DST_PORT_ENTROPY | 5.25 | 5.25 bits of port entropy"
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

  @Property
  void isOneLineForAnyNumber(@ForAll Feature feature, @ForAll double value) {
    assertThat(ReasonText.of(feature, value, ZERO)).hasLineCount(1).hasSizeLessThan(1000);
  }
}
