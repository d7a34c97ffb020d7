package dev.weir.train.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Forest;
import dev.weir.model.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForestGrowerTest {

  private static final ForestShape SHAPE = new ForestShape(20, 64, 10);

  private final double[][] rows = rows(new Random(1), 1_000);

  private static double[][] rows(Random random, int count) {
    return Stream.generate(
            () -> new double[] {random.nextGaussian(), random.nextInt(4), random.nextDouble()})
        .limit(count)
        .toArray(double[][]::new);
  }

  @Test
  void theSameRowsAndDrawsGrowTheSameTrees() {
    List<Tree> once = trees(5);

    assertThat(trees(5)).isEqualTo(once);
    assertThat(trees(6)).isNotEqualTo(once);
    assertThat(once).doesNotHaveDuplicates();
  }

  private List<Tree> trees(long seed) {
    return ForestGrower.trees(rows, SHAPE.over(rows.length), new SplittableRandom(seed));
  }

  @Test
  void theRowsStayAsTheyWere() {
    double[][] before = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);

    grow(rows, 1);

    assertThat(rows).isDeepEqualTo(before);
  }

  @Test
  void noTreeTakesARowTwice() {
    double[][] distinct = new double[64][];
    Arrays.setAll(distinct, i -> new double[] {i});

    Tree tree =
        ForestGrower.trees(distinct, new ForestShape(1, 64, 32), new SplittableRandom(1)).get(0);

    assertThat(tree.count()[0]).isEqualTo(64);
    for (int node = 0; node < tree.size(); node++) {
      assertThat(tree.feature()[node] == Tree.LEAF).isEqualTo(tree.count()[node] == 1);
    }
  }

  @Test
  void noTreeHasMoreRowsThanThereAreNorIsHigherThanTheyNeed() {
    assertThat(ForestShape.CLASSICAL.over(100_000)).isEqualTo(new ForestShape(100, 256, 8));
    assertThat(ForestShape.CLASSICAL.over(200)).isEqualTo(new ForestShape(100, 200, 8));
    assertThat(new ForestShape(1, 32_768, 10).over(32_769))
        .isEqualTo(new ForestShape(1, 32_768, 10));
    assertThat(new ForestShape(1, 5, 9).over(2)).isEqualTo(new ForestShape(1, 2, 1));
  }

  @Test
  void whatLiesApartScoresHigher() {
    Forest forest = grow(rows, 3);

    assertThat(forest.score(new double[] {9, 2, 0.5}))
        .isGreaterThan(forest.score(new double[] {0, 2, 0.5}));
  }

  @Test
  void rowsWithHolesAreLearnedFrom() {
    double[][] holed = rows(new Random(2), 300);
    for (int i = 0; i < holed.length; i += 3) {
      holed[i][0] = Double.NaN;
    }

    Forest forest = grow(holed, 3);

    assertThat(forest.score(new double[] {Double.NaN, 2, 0.5}))
        .isLessThan(forest.score(new double[] {9, 2, 0.5}));
  }

  private static Forest grow(double[][] rows, long seed) {
    return ForestGrower.grow(
        rows, SHAPE, new SplittableRandom(seed), new SplittableRandom(seed + 1));
  }
}
