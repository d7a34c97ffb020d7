package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

  @ParameterizedTest
  @CsvSource({
    "0.05, 282, 268",
    "0.05, 100, 95",
    "0.05, 20, 19",
    "0.05, 19, 19",
    "0.1, 10, 9",
    "0.5, 3, 2",
    "0.5, 4, 2",
    "0.001, 1000, 999",
    "0.001, 999, 999",
    "0.3, 10, 7",
    "0.01, 300, 297"
  })
  void theThresholdOfAContaminationIsTheSmallestScoreOfThisRank(
      String contamination, int n, int rank) {
    double p = 1 - Double.parseDouble(contamination);

    assertThat(Quantiles.nearestRank(upTo(n), p)).isEqualTo(rank);
  }

  @Property(tries = 2000)
  void theRankIsThatOfExactArithmetic(
      @ForAll @IntRange(min = 1, max = 200_000) int n,
      @ForAll @IntRange(min = 1, max = 500) int thousandths) {
    int exact =
        BigDecimal.valueOf(1000 - thousandths)
            .multiply(BigDecimal.valueOf(n))
            .divide(BigDecimal.valueOf(1000), 0, RoundingMode.CEILING)
            .intValueExact();

    assertThat(Quantiles.nearestRank(upTo(n), 1 - thousandths / 1000.0)).isEqualTo(exact);
  }

  @Test
  void ofAnEmptySampleNothingIsKnown() {
    Quantiles none = Quantiles.ofSorted(new double[0]);

    assertThat(none.median()).isNaN();
    assertThat(none.rank(5)).isNaN();
  }

  @Test
  void minAndMaxAreThoseOfTheSample() {
    Quantiles quantiles = Quantiles.ofSorted(upTo(1000));

    assertThat(quantiles.min()).isEqualTo(1);
    assertThat(quantiles.at(0.05)).isEqualTo(50);
    assertThat(quantiles.median()).isEqualTo(500);
    assertThat(quantiles.p99()).isEqualTo(990);
    assertThat(quantiles.max()).isEqualTo(1000);
    assertThatThrownBy(() -> quantiles.at(0.42)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRankOfAValueIsTheShareThatDoesNotExceedIt() {
    Quantiles quantiles = Quantiles.ofSorted(upTo(1000));

    assertThat(quantiles.rank(0.5)).isZero();
    assertThat(quantiles.rank(500)).isEqualTo(0.5);
    assertThat(quantiles.rank(625)).isCloseTo(0.625, within(1e-9));
    assertThat(quantiles.rank(1000)).isEqualTo(1);
    assertThat(quantiles.rank(1e300)).isEqualTo(1);
    assertThat(quantiles.rank(Double.NaN)).isNaN();
  }

  @Test
  void theRankAtAConstantIsOne() {
    Quantiles constant = Quantiles.ofSorted(new double[] {7, 7, 7});

    assertThat(constant.rank(7)).isEqualTo(1);
    assertThat(constant.rank(6.9)).isZero();
  }

  @Property
  void theRankNeverFallsAsValuesRise(
      @ForAll @NotEmpty double[] sample,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double b) {
    double[] sorted = Arrays.stream(sample).sorted().toArray();
    Quantiles quantiles = Quantiles.ofSorted(sorted);

    assertThat(quantiles.rank(Math.min(a, b)))
        .isBetween(0.0, 1.0)
        .isLessThanOrEqualTo(quantiles.rank(Math.max(a, b)));
    assertThat(quantiles.values()).isSorted();
  }

  @Test
  void whatAreNoQuantilesIsRefused() {
    double[] falling = new double[13];
    falling[12] = -1;
    double[] holed = new double[13];
    holed[5] = Double.NaN;
    double[] endless = new double[13];
    endless[12] = Double.POSITIVE_INFINITY;

    for (double[] values : new double[][] {falling, holed, endless, new double[12]}) {
      assertThatThrownBy(() -> new Quantiles(values)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static double[] upTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }
}
