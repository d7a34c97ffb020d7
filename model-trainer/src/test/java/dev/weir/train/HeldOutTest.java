package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.model.Forest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  private static final int WINDOWS = 3_000;

  /**
   * What happens on one day only is normal to who has seen that day, and strange to who has not.
   */
  @Test
  void windowsAreScoredByForestsThatHaveNotSeenTheirTime() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows =
        IntStream.range(0, WINDOWS)
            .mapToObj(i -> new double[] {random.nextDouble() + (i < 600 ? 50 : 0)})
            .toArray(double[][]::new);
    SeededForests grower = new SeededForests(options(), 1);
    int[] all = Part.all(WINDOWS).windows();
    Forest whole = grower.grow(rows, 1);

    double[] unseen =
        new HeldOut(sample(), rows, grower).scores(new Fitter.Growth(all, 1), whole, all);
    double[] seen = whole.score(rows);

    assertThat(mean(unseen, 0, 600)).isGreaterThan(mean(seen, 0, 600) + 0.05);
    assertThat(mean(unseen, 1_000, WINDOWS)).isBetween(0.3, 0.6);
  }

  private static double mean(double[] scores, int from, int to) {
    return Arrays.stream(scores, from, to).average().orElseThrow();
  }

  private static List<FeatureVector> sample() {
    return IntStream.range(0, WINDOWS)
        .mapToObj(
            i ->
                new FeatureVector(
                    new SourceKey("", "10.0.0.1"), i, i + 1L, "", new double[Feature.COUNT]))
        .toList();
  }

  private static FitOptions options() {
    return new FitOptions(
        new WindowSpec(60_000, 60_000),
        FeatureSettings.DEFAULT,
        List.of(),
        true,
        1,
        0.05,
        2,
        50,
        256,
        8,
        100_000,
        true);
  }
}
