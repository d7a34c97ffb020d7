package dev.weir.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void medianIsTheMiddleWhateverTheOrder() {
    assertThat(Figures.median(9, 1, 5)).isEqualTo(5);
    assertThat(Figures.median(List.of("aaa", "a", "aaaaa"), String::length)).isEqualTo(3);
  }

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Figures.median(8, 1, 2, 4)).isEqualTo(3);
  }

  @Test
  void medianOfNothingIsNoNumber() {
    assertThat(Figures.median()).isNaN();
  }

  @Test
  void medianLeavesItsValuesInTheirOrder() {
    double[] values = {3, 1, 2};

    Figures.median(values);

    assertThat(values).containsExactly(3, 1, 2);
  }

  /** A machine that is slow in one round slows both sides: ratios of medians would see it. */
  @Test
  void pairedRatioComparesWithinRounds() {
    double[] of = {100, 10, 50};
    double[] to = {50, 5, 100};

    assertThat(Figures.pairedRatio(of, to)).isEqualTo(2);
    assertThat(Figures.median(of) / Figures.median(to)).isEqualTo(1);
  }

  @Test
  void pairedRatioNeedsAsManyRoundsOfBoth() {
    assertThatThrownBy(() -> Figures.pairedRatio(new double[] {1}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void roundsToDigits() {
    assertThat(Figures.rounded(1.23456, 3)).isEqualTo(1.235);
    assertThat(Figures.rounded(1234.5, 0)).isEqualTo(1235);
  }
}
