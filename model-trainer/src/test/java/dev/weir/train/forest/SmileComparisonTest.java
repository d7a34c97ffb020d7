package dev.weir.train.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.evaluation.Ranking;
import dev.weir.smile.SmileForest;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Own trees beside those of a library that is known. */
class SmileComparisonTest {

  private static final int SEEDS = 10;
  private static final int ROWS = 2_000;

  /** What is scored; one row in a hundred is an anomaly. */
  private final double[][] rows = new double[ROWS][];

  private final boolean[] anomalous = new boolean[ROWS];

  private void fill(int constants) {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < ROWS; i++) {
      anomalous[i] = i % 100 == 0;
      double far = anomalous[i] ? 2.2 : 0;
      rows[i] = new double[3 + constants];
      rows[i][0] = random.nextGaussian() + far;
      rows[i][1] = random.nextGaussian() - far;
      rows[i][2] = random.nextInt(10) == 0 ? 1 : 0;
    }
  }

  @Test
  void ranksAsWellAsSmilesTreesDo() {
    fill(0);

    assertThat(own()).isGreaterThan(0.85).isGreaterThan(smile() - 0.01);
  }

  /** Smile spends most of its splits on columns that part nothing. */
  @Test
  void ranksBetterWhereColumnsAreConstant() {
    fill(9);

    assertThat(own()).isGreaterThan(0.85).isGreaterThan(smile() + 0.005);
  }

  private double own() {
    return mean(
        seed ->
            ForestGrower.grow(
                    rows,
                    ForestShape.CLASSICAL,
                    new SplittableRandom(seed),
                    new SplittableRandom(seed))
                ::score);
  }

  private double smile() {
    return mean(seed -> SmileForest.grow(rows, 100, 256, 8, new SplittableRandom(seed))::score);
  }

  /** Grows a forest by a seed. */
  @FunctionalInterface
  private interface Growing {
    ToDoubleFunction<double[]> grow(long seed);
  }

  private double mean(Growing growing) {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] scores = Arrays.stream(rows).mapToDouble(growing.grow(seed)).toArray();
      sum += Ranking.of(scores, anomalous).areaUnderRoc();
    }
    return sum / SEEDS;
  }
}
