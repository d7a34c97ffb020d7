package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every layout of a forest takes every row where a plain walk does. */
class TreeLayoutTest {

  private static final double[] ODD = {
    Double.NEGATIVE_INFINITY,
    -Double.MAX_VALUE,
    -0.0,
    0.0,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY
  };

  @Property(tries = 300)
  void paddedTreesTakeCompleteRowsWhereLinkedOnesDo(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int columns,
      @ForAll @IntRange(min = 0, max = 9) int depth) {
    Random random = new Random(seed);
    List<Tree> trees = forest(random, columns, depth);
    PathLengths.Walker padded = PaddedTrees.of(columns, trees).walker();
    PathLengths.Walker linked = new LinkedTrees(trees).walker();

    for (int i = 0; i < 50; i++) {
      double[] row = row(random, columns, trees, 0);
      assertThat(padded.sum(row)).isEqualTo(linked.sum(row)).isEqualTo(plainSum(trees, row));
    }
  }

  @Property(tries = 300)
  void missingValuesCountAsInAPlainWalk(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int columns,
      @ForAll @IntRange(min = 0, max = 9) int depth) {
    Random random = new Random(seed);
    List<Tree> trees = forest(random, columns, depth);
    PathLengths.Walker padded = PaddedTrees.of(columns, trees).walker();
    PathLengths.Walker linked = new LinkedTrees(trees).walker();

    for (int i = 0; i < 20; i++) {
      double[] row = row(random, columns, trees, i / 19.0);
      double expected = plainSum(trees, row);
      assertThat(padded.sum(row)).isCloseTo(expected, within(1e-12 * expected));
      assertThat(linked.sum(row)).isCloseTo(expected, within(1e-12 * expected));
    }
  }

  @Property(tries = 100)
  void rowsScoreTogetherAsTheyDoAlone(@ForAll long seed) {
    Random random = new Random(seed);
    List<Tree> trees = new ArrayList<>(forest(random, 5, 8));
    if (random.nextBoolean()) {
      trees.add(chain(random, 5, 40));
    }
    Forest forest = new Forest(5, 256, trees);
    double[][] rows = new double[random.nextInt(100)][];
    Arrays.setAll(rows, i -> row(random, 5, trees, i % 3 * 0.2));

    assertThat(forest.score(rows))
        .isEqualTo(Arrays.stream(rows).mapToDouble(forest::score).toArray());
  }

  @Property(tries = 100)
  void chainsThatPaddingWouldBlowUpAreWalkedAsTheyAre(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 64) int depth) {
    Random random = new Random(seed);
    List<Tree> trees = new ArrayList<>(forest(random, 3, 5));
    trees.add(chain(random, 3, depth));
    Forest forest = new Forest(3, 256, trees);

    assertThat(PaddedTrees.of(3, trees)).isNull();
    for (int i = 0; i < 20; i++) {
      double[] row = row(random, 3, trees, i % 2 * 0.1);
      double expected = plainSum(trees, row) / trees.size() / PathLength.average(256);
      assertThat(forest.score(row)).isCloseTo(Math.pow(2, -expected), within(1e-12));
    }
  }

  @Test
  void moreThresholdsThanSixteenBitsNameStayApart() {
    Random random = new Random(3);
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      trees.add(balanced(random, 10));
    }
    PathLengths.Walker padded = PaddedTrees.of(1, trees).walker();

    for (int i = 0; i < 1000; i++) {
      double[] row = {trees.get(i % 80).threshold()[random.nextInt(10)]};
      assertThat(padded.sum(row)).isEqualTo(plainSum(trees, row));
    }
  }

  @Test
  void aForestOfSingleLeavesScoresEveryRowAlike() {
    Tree leaf = new Tree(new int[] {Tree.LEAF}, new double[1], new int[1], new int[] {7});
    Forest forest = new Forest(2, 256, List.of(leaf, leaf));

    assertThat(forest.score(new double[] {1, Double.NaN}))
        .isEqualTo(forest.score(new double[] {-1, 2}));
  }

  private static List<Tree> forest(Random random, int columns, int depth) {
    return RandomTree.forest(random, columns, depth, 1 + random.nextInt(8));
  }

  /** A tree that goes on to one side only. */
  private static Tree chain(Random random, int columns, int depth) {
    int size = 2 * depth + 1;
    int[] feature = new int[size];
    double[] threshold = new double[size];
    int[] right = new int[size];
    int[] count = new int[size];
    for (int i = 0; i < size; i++) {
      boolean inner = i % 2 == 0 && i < size - 1;
      feature[i] = inner ? random.nextInt(columns) : Tree.LEAF;
      threshold[i] = inner ? random.nextInt(10) : 0;
      right[i] = inner ? i + 2 : 0;
      count[i] = i % 2 == 0 ? depth + 1 - i / 2 : 1;
    }
    return new Tree(feature, threshold, right, count);
  }

  /** A full tree over one column in which all thresholds differ. */
  private static Tree balanced(Random random, int depth) {
    int size = (2 << depth) - 1;
    Tree tree = new Tree(new int[size], new double[size], new int[size], new int[size]);
    fill(tree, 0, depth, 0, 1, random);
    return tree;
  }

  private static int fill(Tree tree, int node, int depth, double low, double high, Random random) {
    if (depth == 0) {
      tree.feature()[node] = Tree.LEAF;
      tree.count()[node] = 1 + random.nextInt(20);
      return node + 1;
    }
    double split = low + (0.25 + random.nextDouble() / 2) * (high - low);
    tree.threshold()[node] = split;
    tree.right()[node] = fill(tree, node + 1, depth - 1, low, split, random);
    int end = fill(tree, tree.right()[node], depth - 1, split, high, random);
    tree.count()[node] = tree.count()[node + 1] + tree.count()[tree.right()[node]];
    return end;
  }

  private static double[] row(Random random, int columns, List<Tree> trees, double missing) {
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      double[] thresholds = trees.get(random.nextInt(trees.size())).threshold();
      double threshold = thresholds[random.nextInt(thresholds.length)];
      double value =
          switch (random.nextInt(5)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> Math.nextDown(threshold);
            case 2 -> Math.nextUp(threshold);
            case 3 -> threshold;
            default -> random.nextDouble() * 11;
          };
      row[i] = random.nextDouble() < missing ? Double.NaN : value;
    }
    return row;
  }

  private static double plainSum(List<Tree> trees, double[] row) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += plain(tree, 0, 0, row);
    }
    return sum;
  }

  private static double plain(Tree tree, int node, int depth, double[] row) {
    if (tree.feature()[node] == Tree.LEAF) {
      return depth + PathLength.average(tree.count()[node]);
    }
    double x = row[tree.feature()[node]];
    int left = tree.count()[node + 1];
    int right = tree.count()[tree.right()[node]];
    double below = x < tree.threshold()[node] ? 1 : 0;
    if (Double.isNaN(x)) {
      below = left == 0 ? 0 : (double) left / (left + right);
    }
    double sum = below == 0 ? 0 : below * plain(tree, node + 1, depth + 1, row);
    return below == 1 ? sum : sum + (1 - below) * plain(tree, tree.right()[node], depth + 1, row);
  }
}
