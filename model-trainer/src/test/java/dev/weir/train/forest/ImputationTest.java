package dev.weir.train.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImputationTest {

  private static final double NAN = Double.NaN;

  @Test
  void holesAreFilledWithValuesThatTheColumnHas() {
    double[][] rows = {{1, NAN}, {NAN, 5}, {3, NAN}, {4, 5}};
    double[][] filled = Imputation.fill(rows, new SplittableRandom(7));

    assertThat(filled[1][0]).isIn(1.0, 3.0, 4.0);
    assertThat(filled[0]).containsExactly(1, 5);
    assertThat(filled[2]).containsExactly(3, 5);
  }

  @Test
  void theRowsThemselvesStayAsTheyWereAndCompleteOnesArePassedOn() {
    double[][] rows = {{1, NAN}, {2, 5}};
    double[][] filled = Imputation.fill(rows, new SplittableRandom(7));

    assertThat(rows[0][1]).isNaN();
    assertThat(filled[1]).isSameAs(rows[1]);
  }

  @Test
  void aFilledColumnKeepsItsDistribution() {
    double[][] rows = new double[20_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i % 2 == 0 ? NAN : i % 8 == 1 ? 100 : 0};
    }
    double mean =
        Arrays.stream(Imputation.fill(rows, new SplittableRandom(1)))
            .mapToDouble(r -> r[0])
            .average()
            .orElse(0);

    assertThat(mean).isBetween(24.0, 26.0);
  }

  @Test
  void theSameSeedFillsTheSame() {
    double[][] rows = {{1}, {NAN}, {3}, {NAN}, {5}, {NAN}};

    assertThat(Imputation.fill(rows, new SplittableRandom(3)))
        .isDeepEqualTo(Imputation.fill(rows, new SplittableRandom(3)));
  }
}
