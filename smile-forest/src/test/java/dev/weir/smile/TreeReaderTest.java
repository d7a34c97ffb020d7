package dev.weir.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.model.Forest;
import dev.weir.model.Tree;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import smile.anomaly.IsolationTree;
import smile.stat.distribution.GaussianDistribution;

class TreeReaderTest {

  private static final int TREES = 10;
  private static final int SUBSAMPLE = 64;
  private static final int HEIGHT = 10;

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theFlatForestScoresAsSmilesTreesDo(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[200][];
    for (int i = 0; i < rows.length; i++) {
      double tied = random.nextInt(3);
      rows[i] = new double[] {random.nextGaussian(), tied, 0, -1e9 * random.nextDouble(), 7};
    }

    isEqual(rows, seed);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void valuesThatAreNeighboursFallOnTheSameSide(@ForAll long seed) {
    Random random = new Random(seed);
    double base = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 5);
    double[][] rows = new double[200][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {base + random.nextInt(40) * Math.ulp(base)};
    }

    isEqual(rows, seed);
  }

  private static void isEqual(double[][] rows, long seed) {
    SmileForest smile =
        SmileForest.grow(rows, TREES, SUBSAMPLE, HEIGHT, new SplittableRandom(seed));
    Forest flat = new Forest(rows[0].length, SUBSAMPLE, read(smile));

    for (double[] row : rows) {
      assertThat(flat.score(row)).isCloseTo(smile.score(row), within(1e-12));
      double[] above = Arrays.stream(row).map(Math::nextUp).toArray();
      assertThat(flat.score(above)).isCloseTo(smile.score(above), within(1e-12));
    }
  }

  @Test
  void theSameRowsAndSeedGrowTheSameTrees() {
    double[][] rows =
        new Random(1)
            .doubles(1000)
            .mapToObj(x -> new double[] {x, 1 - x * x})
            .toArray(double[][]::new);

    List<Tree> once =
        read(SmileForest.grow(rows, TREES, SUBSAMPLE, HEIGHT, new SplittableRandom(5)));
    for (int drawn = 0; drawn < 3; drawn++) {
      GaussianDistribution.getInstance().rand();
      assertThat(read(SmileForest.grow(rows, TREES, SUBSAMPLE, HEIGHT, new SplittableRandom(5))))
          .isEqualTo(once);
    }
    assertThat(read(SmileForest.grow(rows, TREES, SUBSAMPLE, HEIGHT, new SplittableRandom(6))))
        .isNotEqualTo(once);
  }

  @Test
  void everyTreeHasItsOwnSampleWithoutRepeats() {
    double[][] rows =
        new Random(1).doubles(100).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    SmileForest forest = SmileForest.grow(rows, TREES, SUBSAMPLE, HEIGHT, new SplittableRandom(5));

    for (int i = 0; i < TREES; i++) {
      assertThat(Arrays.stream(forest.sample(i)).map(row -> row[0]))
          .hasSize(SUBSAMPLE)
          .doesNotHaveDuplicates();
      assertThat(TreeReader.read(forest.trees()[i], forest.sample(i)).count()[0])
          .isEqualTo(SUBSAMPLE);
    }
    assertThat(forest.sample(0)).isNotEqualTo(forest.sample(1));
  }

  /** Smile has been seen to grow such a node. */
  @Test
  void aSlopeOfZerosSendsEveryRowRight() throws ReflectiveOperationException {
    double[][] sample = {{1, 2}, {3, 4}, {-5, 6}};
    IsolationTree tree = new IsolationTree(List.of(sample), 2, 0);
    setRoot(tree, new double[2]);

    Tree flat = TreeReader.read(tree, sample);

    assertThat(flat.size()).isEqualTo(3);
    assertThat(flat.count()).containsExactly(3, 0, 3);
    assertThat(new Forest(2, 3, List.of(flat)).score(new double[] {-1e300, 0})).isPositive();
  }

  private static void setRoot(IsolationTree tree, double[] slope)
      throws ReflectiveOperationException {
    Field root = IsolationTree.class.getDeclaredField("root");
    root.setAccessible(true);
    Class<?> node = root.getType();
    Constructor<?> leaf = node.getDeclaredConstructor(IsolationTree.class, double.class);
    Constructor<?> inner =
        node.getDeclaredConstructor(
            IsolationTree.class,
            double.class,
            double[].class,
            double[].class,
            double.class,
            node,
            node);
    leaf.setAccessible(true);
    inner.setAccessible(true);
    root.set(
        tree,
        inner.newInstance(
            tree,
            0,
            slope,
            new double[] {1, 1},
            0,
            leaf.newInstance(tree, 1),
            leaf.newInstance(tree, 1)));
  }

  private static List<Tree> read(SmileForest forest) {
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      trees.add(TreeReader.read(forest.trees()[i], forest.sample(i)));
    }
    return trees;
  }
}
