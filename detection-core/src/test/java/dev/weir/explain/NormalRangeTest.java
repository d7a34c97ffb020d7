package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalRangeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 11.7, 3412, true, 11",
    "0, 12, 3412, true, 11",
    "0, 1234567, 9e9, true, 1200000",
    "1234000, 1234567, 9e9, true, 1234000",
    "0, 0.2571, 1, false, 0.25",
    "41.2, 100, 3, true, 42",
    "0.7412, 5, 0.5, false, 0.75",
    "-2.345, 5, -7, false, -2.3"
  })
  void roundsAwayFromTheEdgeIntoTheRange(
      double from, double to, double outside, boolean whole, double round) {
    assertThat(new NormalRange(from, to).roundNear(outside, whole)).isEqualTo(round);
  }

  @Test
  void betweenTwoWholeNumbersThereIsNone() {
    assertThat(new NormalRange(3.1, 3.9).roundNear(9, true)).isNaN();
    assertThat(new NormalRange(3.1, 3.9).roundNear(9, false)).isEqualTo(3.8);
  }

  @Property
  void staysWithinTheRange(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double b,
      @ForAll boolean above) {
    NormalRange range = new NormalRange(Math.min(a, b), Math.nextUp(Math.max(a, b)));
    double round = range.roundNear(above ? 1e7 : -1e7, false);

    assertThat(range.holds(round)).isTrue();
  }
}
