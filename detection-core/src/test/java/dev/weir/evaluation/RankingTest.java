package dev.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static Ranking of(String truths, double... scores) {
    boolean[] anomalous = new boolean[truths.length()];
    for (int i = 0; i < anomalous.length; i++) {
      anomalous[i] = truths.charAt(i) == '+';
    }
    return Ranking.of(scores, anomalous);
  }

  /** The example of scikit-learn's documents for both measures. */
  @Test
  void agreesWithScikitLearn() {
    Ranking ranking = of("--++", 0.1, 0.4, 0.35, 0.8);

    assertThat(ranking.areaUnderRoc()).isEqualTo(0.75, EXACT);
    assertThat(ranking.averagePrecision()).isEqualTo(0.8333333333333333, EXACT);
  }

  /** Of twelve pairs 7 are in order and 3 are equal. */
  @Test
  void equalScoresAreOneStep() {
    Ranking ranking = of("+-+-+--", 0.9, 0.9, 0.5, 0.5, 0.5, 0.1, 0.05);

    assertThat(ranking.areaUnderRoc()).isEqualTo(8.5 / 12, EXACT);
    assertThat(ranking.averagePrecision()).isEqualTo(1 / 3.0 * 0.5 + 2 / 3.0 * 0.6, EXACT);
    assertThat(of("+-+-", 1, 1, 1, 1).areaUnderRoc()).isEqualTo(0.5, EXACT);
    assertThat(of("+-+-", 1, 1, 1, 1).averagePrecision()).isEqualTo(0.5, EXACT);
  }

  @Test
  void theBestAndTheWorstRanking() {
    assertThat(of("++--", 4, 3, 2, 1).areaUnderRoc()).isEqualTo(1.0);
    assertThat(of("++--", 4, 3, 2, 1).averagePrecision()).isEqualTo(1.0);
    assertThat(of("--++", 4, 3, 2, 1).areaUnderRoc()).isEqualTo(0.0);
  }

  @Test
  void oneKindAloneCannotBeRanked() {
    for (Ranking ranking : new Ranking[] {of(""), of("++", 1, 2), of("--", 1, 2)}) {
      assertThat(ranking.areaUnderRoc()).isNaN();
      assertThat(ranking.averagePrecision()).isNaN();
    }
  }

  @Property(tries = 200)
  void theAreaIsTheShareOfPairsInOrder(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
    Random random = new Random(seed);
    double[] scores = random.ints(size, 0, 10).asDoubleStream().toArray();
    boolean[] anomalous = new boolean[size];
    IntStream.range(0, size).forEach(i -> anomalous[i] = i == 0 || (i > 1 && random.nextBoolean()));
    double won = 0;
    int pairs = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (anomalous[i] && !anomalous[j]) {
          pairs++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }

    assertThat(Ranking.of(scores, anomalous).areaUnderRoc()).isEqualTo(won / pairs, EXACT);
  }
}
