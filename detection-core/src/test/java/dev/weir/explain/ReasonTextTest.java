package dev.weir.explain;

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

  private static final long MINUTE = 60_000;
  private static final Quantiles ZERO = Quantiles.ofSorted(new double[] {0});
  private static final Quantiles UP_TO_1000 =
      Quantiles.ofSorted(IntStream.rangeClosed(1, 1000).asDoubleStream().toArray());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES_IN | 999 | 999 B sent in 60 s",
        "BYTES_IN | 1000 | 1 kB sent in 60 s",
        "BYTES_IN | 999999 | 1.00 MB sent in 60 s",
        "BYTES_IN | 12345678 | 12.3 MB sent in 60 s",
        "BYTES_IN | 9.3e18 | 9.30 EB sent in 60 s",
        "BYTES_IN | 1e25 | 10,000,000 EB sent in 60 s",
        "TRAFFIC_RATE | 1500 | 1.50 kB/s while active",
        "DURATION_MEAN | 0.25 | flows last 0.25 s on average",
        "DURATION_MEAN | 119 | flows last 119 s on average",
        "DURATION_MEAN | 5400 | flows last 90 min on average",
        "DURATION_MEAN | 9000 | flows last 2.50 h on average",
        "DURATION_MEAN | 1e6 | flows last 11.6 d on average",
        "PORT_22_SHARE | 0.125 | 12.5 % of flows to SSH (22)",
        "PORT_22_SHARE | 1 | 100 % of flows to SSH (22)",
        "FLOW_COUNT | 1 | 1 flow in 60 s",
        "RULE_HITS | 2 | 2 rule hits in 60 s",
        "DISTINCT_DST_PORTS | 3412 | 3,412 distinct ports in 60 s",
        "DST_PORT_ENTROPY | 2 | flows spread as over 4 equally used ports",
        "DST_PORT_ENTROPY | 5.25 | flows spread as over 38 equally used ports",
        "DST_PORT_ENTROPY | 5.99 | flows spread as over 50 or more equally used ports",
        "BYTES_IN_OUT_LOG_RATIO | 5.886 | it sends 360 times what it receives",
        "BYTES_IN_OUT_LOG_RATIO | 44 | it sends over 1,000,000 times what it receives",
        "BYTES_IN_OUT_LOG_RATIO | -1.2 | it receives 3.3 times what it sends",
        "ACTIVITY_REGULARITY | 1 | pauses vary by 0 %",
        "ACTIVITY_REGULARITY | 0.5 | pauses vary by 100 %",
        "MAX_FLOW_BYTES_IN | 5e9 | 5 GB sent in the largest flow"
      })
  void quantitiesReadAsPeopleWriteThem(Feature feature, double value, String text) {
    assertThat(text(feature, value, ZERO)).startsWith(text + "; normal for this network: ");
  }

  @ParameterizedTest
  @CsvSource({"60000, 60 s", "90000, 90 s", "300000, 5 min", "7200000, 2 h", "172800000, 2 d"})
  void aCountGoesWithItsWindow(long millis, String time) {
    Phrase phrase = FeaturePhrase.of(Feature.PACKETS, 7, millis);

    assertThat(phrase.say(7)).isEqualTo("7 packets in " + time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3412 | 3,412 flows in 60 s; normal for this network: 500, at most 990",
        "2 | 2 flows in 60 s; normal for this network: 500, at least 10",
        "990 | 990 flows in 60 s, by itself normal for this network (usually 500)",
        "10 | 10 flows in 60 s, by itself normal for this network (usually 500)",
        "990.2 | slightly over 990 flows in 60 s; normal for this network: 500, at most 990",
        "NaN | flows in 60 s: not measured"
      })
  void theBoundIsThatOfTheValuesSide(double value, String text) {
    assertThat(text(Feature.FLOW_COUNT, value, UP_TO_1000)).isEqualTo(text);
  }

  @Test
  void aRangeOfOneValueIsSaidOnce() {
    assertThat(text(Feature.RULE_HITS, 3, ZERO))
        .isEqualTo("3 rule hits in 60 s; normal for this network: 0");
    assertThat(text(Feature.RULE_HITS, 0, ZERO))
        .isEqualTo("0 rule hits in 60 s, by itself normal for this network (usually 0)");
  }

  @Test
  void whatWasNeverMeasuredHasNoNormal() {
    assertThat(text(Feature.PACKETS, 3, Quantiles.ofSorted(new double[0])))
        .isEqualTo("3 packets in 60 s; never measured in training");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.886 | it sends 360 times what it receives;"
            + " normal for this network: 0.37 times, at most 2.7 times",
        "-3 | it receives 20 times what it sends;"
            + " normal for this network: 2.7 times, at most 7.4 times",
        "-1.5 | it receives 4.5 times what it sends,"
            + " by itself normal for this network (usually 2.7 times)",
      })
  void aRatioIsToldFromTheSideThatIsLarger(double value, String text) {
    Quantiles between = Quantiles.ofSorted(new double[] {-2, -1, 1});

    assertThat(text(Feature.BYTES_IN_OUT_LOG_RATIO, value, between)).isEqualTo(text);
  }

  @Test
  void aMetronomeVariesLess() {
    Quantiles bursts = Quantiles.ofSorted(new double[] {0.2, 0.4, 0.5});

    assertThat(text(Feature.ACTIVITY_REGULARITY, 0.97, bursts))
        .isEqualTo("pauses vary by 3.1 %; normal for this network: 150 %, at least 100 %");
  }

  @Property
  void isOneLineForAnyNumber(@ForAll Feature feature, @ForAll double value) {
    assertThat(text(feature, value, UP_TO_1000)).hasLineCount(1).hasSizeLessThan(2000);
  }

  private static String text(Feature feature, double value, Quantiles normal) {
    return ReasonText.of(FeaturePhrase.of(feature, value, MINUTE), value, normal);
  }
}
