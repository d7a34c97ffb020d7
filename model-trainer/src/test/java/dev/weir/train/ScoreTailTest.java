package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoreTailTest {

  private static final int WINDOWS = 100_000;

  @Test
  void whatManyWindowsAreAboveIsCounted() {
    double[] scores = new double[1_000];
    Arrays.setAll(scores, i -> i);

    ScoreTail tail = ScoreTail.of(scores);

    assertThat(tail.above(0.02)).isEqualTo(979);
    assertThat(tail.share(979)).isEqualTo(0.02);
  }

  /** Scores end somewhere: here at 1, and the fit has to find it from the other 100,000. */
  @Test
  void theTailOfABoundedDistributionIsContinuedToItsEnd() {
    ScoreTail tail = tail(3, uniform -> 1 - Math.pow(uniform, 0.25));

    assertThat(tail.above(1e-5)).isCloseTo(1 - Math.pow(1e-5, 0.25), within(0.02));
    assertThat(tail.above(1e-7)).isCloseTo(1 - Math.pow(1e-7, 0.25), within(0.04));
    assertThat(tail.share(1.2)).isZero();
  }

  @Test
  void theTailOfAnExponentialDistributionIsContinued() {
    ScoreTail tail = tail(4, uniform -> -Math.log(uniform));

    assertThat(tail.above(1e-5)).isCloseTo(-Math.log(1e-5), withinPercentage(10));
    assertThat(tail.share(-Math.log(3e-5))).isCloseTo(3e-5, withinPercentage(40));
  }

  /** Five bursts of a scanner among scores of another kind: the fit to all would overlook them. */
  @Test
  void whereMoreWereSeenThanTheFitSaysWhatWasSeenCounts() {
    double[] scores = new SplittableRandom(6).doubles(WINDOWS).map(x -> 0.4 + 0.1 * x).toArray();
    Arrays.fill(scores, 0, 5, 0.7);
    ScoreTail tail = ScoreTail.of(scores);

    assertThat(tail.above(2.0 / WINDOWS)).isEqualTo(0.7);
    assertThat(tail.share(0.69) * WINDOWS).isEqualTo(5);
  }

  @Test
  void scoresThatAreAllAlikeHaveNoTail() {
    double[] scores = new double[5_000];
    Arrays.fill(scores, 0.5);

    assertThat(ScoreTail.of(scores).above(1e-6)).isEqualTo(0.5);
    assertThat(ScoreTail.of(scores).share(0.5)).isZero();
  }

  @Property
  void rarerIsHigherAndNoMoreAreAboveThanAsked(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int tenths) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = random.doubles(5_000).map(x -> 0.3 + 0.4 * x * x).toArray();
    ScoreTail tail = ScoreTail.of(scores);
    double count = tenths / 10.0;
    double score = tail.above(count / scores.length);

    assertThat(tail.above(0.9 * count / scores.length)).isGreaterThanOrEqualTo(score);
    assertThat((double) Arrays.stream(scores).filter(other -> other > score).count())
        .isLessThanOrEqualTo(count);
  }

  private static ScoreTail tail(long seed, DoubleUnaryOperator inverse) {
    return ScoreTail.of(
        new SplittableRandom(seed)
            .doubles(WINDOWS)
            .map(x -> inverse.applyAsDouble(1 - x))
            .toArray());
  }
}
