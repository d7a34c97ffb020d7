package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestTest {

  private static final int COLUMNS = 4;

  /** Splits column 0 at 5: 3 rows below, 1 above. */
  private static final Tree STUMP =
      new Tree(
          new int[] {0, Tree.LEAF, Tree.LEAF},
          new double[] {5, 0, 0},
          new int[] {2, 0, 0},
          new int[] {4, 3, 1});

  @Test
  void scoresByTheFormulaOfThePaper() {
    Forest forest = new Forest(1, 4, List.of(STUMP));
    double c3 = 2 * (Math.log(2) + 0.5772156649) - 2 * 2 / 3.0;
    double c4 = 2 * (Math.log(3) + 0.5772156649) - 2 * 3 / 4.0;

    assertThat(forest.score(new double[] {4.9}))
        .isCloseTo(Math.pow(2, -(1 + c3) / c4), within(1e-15));
    assertThat(forest.score(new double[] {5})).isCloseTo(Math.pow(2, -1 / c4), within(1e-15));
  }

  @Test
  void whereTheDecidingValueIsMissingBothBranchesCountByTheirRows() {
    Forest forest = new Forest(1, 4, List.of(STUMP));
    double c3 = 2 * (Math.log(2) + 0.5772156649) - 2 * 2 / 3.0;
    double c4 = 2 * (Math.log(3) + 0.5772156649) - 2 * 3 / 4.0;

    assertThat(forest.score(new double[] {Double.NaN}))
        .isCloseTo(Math.pow(2, -(0.75 * (1 + c3) + 0.25) / c4), within(1e-15));
  }

  @Property(tries = 50)
  void givesItsTreesBackAsTheyWere(@ForAll long seed) {
    List<Tree> grown = RandomTree.forest(new Random(seed), COLUMNS, 6, 5);

    assertThat(new Forest(COLUMNS, 256, grown).trees()).isEqualTo(grown);
  }

  @Property(tries = 200)
  void agreesWithAPlainRecursiveForest(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int trees) {
    Random random = new Random(seed);
    List<Tree> grown = RandomTree.forest(random, COLUMNS, 8, trees);
    Forest forest = new Forest(COLUMNS, 256, grown);

    for (int i = 0; i < 20; i++) {
      double[] row = row(random, i % 2 == 0 ? 0 : 0.4);
      assertThat(forest.score(row)).isCloseTo(reference(grown, 256, row), within(1e-12));
    }
  }

  @Property(tries = 200)
  void scoresLieAboveZeroAndAtMostAtOne(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 65_536) int subsample) {
    Random random = new Random(seed);
    Forest forest = new Forest(COLUMNS, subsample, RandomTree.forest(random, COLUMNS, 20, 3));

    assertThat(forest.score(row(random, 0.2))).isGreaterThan(0).isLessThanOrEqualTo(1);
  }

  @Test
  void infinitiesGoWhereTheyBelong() {
    Forest forest = new Forest(1, 4, List.of(STUMP));

    assertThat(forest.score(new double[] {Double.NEGATIVE_INFINITY}))
        .isEqualTo(forest.score(new double[] {0}));
    assertThat(forest.score(new double[] {Double.POSITIVE_INFINITY}))
        .isEqualTo(forest.score(new double[] {9}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // feature | threshold | right | count | what is wrong
        " | | | | differ in length or are empty",
        "0 -1 -1 | 5 0 | 2 0 0 | 4 3 1 | differ in length or are empty",
        "0 -1 | 5 0 | 2 0 | 4 4 | node 2 is missing",
        "0 -1 -1 | 5 0 0 | 0 0 0 | 4 3 1 | node 0 has its right child elsewhere",
        "0 -1 -1 | 5 0 0 | 1 0 0 | 4 3 1 | node 0 has its right child elsewhere",
        "0 -1 -1 | 5 0 0 | -1 0 0 | 4 3 1 | node 0 has its right child elsewhere",
        "0 -1 -1 | 5 0 0 | 2147483647 0 0 | 4 3 1 | node 0 has its right child elsewhere",
        "1 -1 -1 | 5 0 0 | 2 0 0 | 4 3 1 | node 0 splits on nothing",
        "-2 -1 -1 | 5 0 0 | 2 0 0 | 4 3 1 | node 0 splits on nothing",
        "0 -1 -1 | NaN 0 0 | 2 0 0 | 4 3 1 | node 0 splits on nothing",
        "0 -1 -1 | Infinity 0 0 | 2 0 0 | 4 3 1 | node 0 splits on nothing",
        "0 -1 -1 | 5 0 0 | 2 0 0 | 5 3 1 | node 0 has other rows than its children",
        "0 -1 -1 | 5 0 0 | 2 0 0 | 2 3 -1 | node 2 has a negative count",
        "0 -1 -1 | 5 0 0 | 2 0 0 | -2 2147483647 2147483647 | node 0 has a negative count",
        "-1 -1 | 0 0 | 0 0 | 1 1 | node 1 hangs on no other"
      })
  void treesThatAreNoneAreRefused(
      String feature, String threshold, String right, String count, String why) {
    Tree tree = new Tree(ints(feature), doubles(threshold), ints(right), ints(count));

    assertThatThrownBy(() -> new Forest(1, 4, List.of(STUMP, tree)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aChainDeeperThanAnyTreeIsRefusedBeforeTheStackEnds() {
    int depth = 1_000_000;
    int[] feature = new int[2 * depth + 1];
    int[] right = new int[feature.length];
    Arrays.fill(feature, depth, feature.length, Tree.LEAF);
    for (int i = 0; i < depth; i++) {
      right[i] = 2 * depth - i;
    }
    Tree chain = new Tree(feature, new double[feature.length], right, new int[feature.length]);

    assertThatThrownBy(() -> new Forest(1, 4, List.of(chain)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too deep");
  }

  @Test
  void aForestNeedsColumnsTreesAndTwoRows() {
    for (Runnable making :
        List.<Runnable>of(
            () -> new Forest(0, 4, List.of(STUMP)),
            () -> new Forest(1, 1, List.of(STUMP)),
            () -> new Forest(1, 4, List.of()))) {
      assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static double reference(List<Tree> trees, int subsample, double[] row) {
    double mean = trees.stream().mapToDouble(tree -> path(tree, 0, 0, row)).average().orElseThrow();
    return Math.pow(2, -mean / PathLength.average(subsample));
  }

  private static double path(Tree tree, int node, int depth, double[] row) {
    int feature = tree.feature()[node];
    if (feature == Tree.LEAF) {
      return depth + PathLength.average(tree.count()[node]);
    }
    int right = tree.right()[node];
    double x = row[feature];
    if (Double.isNaN(x) && tree.count()[node] > 0) {
      double share = (double) tree.count()[node + 1] / tree.count()[node];
      return share * path(tree, node + 1, depth + 1, row)
          + (1 - share) * path(tree, right, depth + 1, row);
    }
    boolean below = x < tree.threshold()[node];
    return path(tree, below ? node + 1 : right, depth + 1, row);
  }

  private static double[] row(Random random, double missing) {
    return random
        .doubles(COLUMNS, -1, 11)
        .map(x -> random.nextDouble() < missing ? Double.NaN : Math.rint(2 * x) / 2)
        .toArray();
  }

  private static int[] ints(String text) {
    return text == null
        ? new int[0]
        : Arrays.stream(text.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] doubles(String text) {
    return text == null
        ? new double[0]
        : Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
