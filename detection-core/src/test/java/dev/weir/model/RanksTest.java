package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RanksTest {

  @Property(tries = 300)
  void aRankCountsTheThresholdsThatAreNotAbove(
      @ForAll long seed, @ForAll @IntRange(max = 3000) int size) {
    Random random = new Random(seed);
    double skew = Math.pow(10, random.nextInt(300));
    double[] thresholds =
        random.doubles(size).map(x -> (random.nextBoolean() ? skew : 1) * (x - 0.5)).toArray();
    Ranks ranks = Ranks.of(thresholds);

    for (int i = 0; i < Math.min(size, 100); i++) {
      assertRank(ranks, thresholds, thresholds[i]);
      assertRank(ranks, thresholds, Math.nextUp(thresholds[i]));
      assertRank(ranks, thresholds, Math.nextDown(thresholds[i]));
    }
    assertRank(ranks, thresholds, Double.NEGATIVE_INFINITY);
    assertRank(ranks, thresholds, Double.POSITIVE_INFINITY);
    assertRank(ranks, thresholds, 0);
  }

  @Test
  void theWidestAndTheNarrowestThresholdsAreTold() {
    for (double[] thresholds :
        new double[][] {
          {-Double.MAX_VALUE, 0, Double.MAX_VALUE}, {0, Double.MIN_VALUE}, {-0.0}, {1, 1}, {}
        }) {
      Ranks ranks = Ranks.of(thresholds);
      for (double value :
          new double[] {-Double.MAX_VALUE, -0.0, 0.0, Double.MIN_VALUE, 1, Double.MAX_VALUE}) {
        assertRank(ranks, thresholds, value);
      }
      assertRank(ranks, thresholds, Double.NEGATIVE_INFINITY);
      assertRank(ranks, thresholds, Double.POSITIVE_INFINITY);
    }
  }

  private static void assertRank(Ranks ranks, double[] thresholds, double value) {
    long expected =
        Arrays.stream(thresholds).distinct().filter(threshold -> threshold <= value).count();
    assertThat(ranks.of(value)).as("rank of %s", value).isEqualTo((int) expected);
  }
}
