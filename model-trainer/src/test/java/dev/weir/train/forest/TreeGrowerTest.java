package dev.weir.train.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.model.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {

  private static final int HEIGHT = 6;

  @Property(tries = 200)
  void everySplitPartsItsOwnRowsAndEveryLeafHasAReason(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new double[] {random.nextInt(3), 7, random.nextDouble(), -1e300 + i % 2 * 2e300};
    }

    Tree tree = TreeGrower.grow(rows.clone(), HEIGHT, random);

    assertThat(check(tree, 0, 0, List.of(rows))).isEqualTo(tree.size());
  }

  /** The node after the last below this one. */
  private static int check(Tree tree, int node, int depth, List<double[]> rows) {
    assertThat(tree.count()[node]).isEqualTo(rows.size());
    if (tree.feature()[node] == Tree.LEAF) {
      assertThat(depth == HEIGHT || rows.stream().map(Arrays::toString).distinct().count() == 1)
          .isTrue();
      return node + 1;
    }
    int column = tree.feature()[node];
    double threshold = tree.threshold()[node];
    List<double[]> below = rows.stream().filter(row -> row[column] < threshold).toList();
    List<double[]> above = rows.stream().filter(row -> !(row[column] < threshold)).toList();
    assertThat(below).isNotEmpty();
    assertThat(above).isNotEmpty();
    int middle = check(tree, node + 1, depth + 1, below);
    assertThat(tree.right()[node]).isEqualTo(middle);
    return check(tree, middle, depth + 1, above);
  }

  /** A tenth of all draws would otherwise hit a column that varies. */
  @Test
  void theSplitIsDrawnAmongThoseColumnsAlikeThatVary() {
    double[][] rows = new double[50][20];
    for (int i = 0; i < rows.length; i++) {
      rows[i][4] = i;
      rows[i][11] = i % 5;
    }
    SplittableRandom random = new SplittableRandom(1);
    int[] roots =
        IntStream.range(0, 2_000)
            .map(i -> TreeGrower.grow(rows.clone(), HEIGHT, random).feature()[0])
            .toArray();

    assertThat(Arrays.stream(roots).distinct()).containsExactlyInAnyOrder(4, 11);
    assertThat(Arrays.stream(roots).filter(column -> column == 4).count()).isBetween(900L, 1_100L);
  }

  @Test
  void theValueIsDrawnUniformlyBetweenTheLeastAndTheGreatest() {
    double[][] rows = {{10}, {20}, {10}, {11}};
    SplittableRandom random = new SplittableRandom(1);
    double[] values =
        IntStream.range(0, 5_000)
            .mapToDouble(i -> TreeGrower.grow(rows.clone(), 1, random).threshold()[0])
            .toArray();

    assertThat(Arrays.stream(values)).allMatch(value -> value > 10 && value <= 20);
    assertThat(Arrays.stream(values).average().orElseThrow()).isEqualTo(15, within(0.15));
    assertThat(Arrays.stream(values).filter(value -> value < 11).count()).isBetween(430L, 570L);
  }

  @Test
  void neighboursAmongDoublesArePartedAndZerosOfTwoSignsAreNot() {
    double[][] neighbours = {{1}, {Math.nextUp(1.0)}};

    Tree parted = TreeGrower.grow(neighbours, HEIGHT, new SplittableRandom(1));

    assertThat(parted.count()).containsExactly(2, 1, 1);
    assertThat(parted.threshold()[0]).isEqualTo(Math.nextUp(1.0));
    assertThat(TreeGrower.grow(new double[][] {{0.0}, {-0.0}}, 1, new SplittableRandom(1)).count())
        .containsExactly(2);
  }
}
