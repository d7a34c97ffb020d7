package dev.weir.train.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.model.Forest;
import dev.weir.model.PathLength;
import dev.weir.model.Tree;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ParityTest {

  private static final Offset<Double> EXACT = within(1e-12);
  private static final double NAN = Double.NaN;

  /** Ten rows: 6 below 3 in the first column; of the others 3 below 1 in the second. */
  private static final Tree TREE =
      new Tree(
          new int[] {0, Tree.LEAF, 1, Tree.LEAF, Tree.LEAF},
          new double[] {3, 0, 1, 0, 0},
          new int[] {2, 0, 4, 0, 0},
          new int[] {10, 6, 4, 3, 1});

  @Test
  void anObjectTreeIsWalkedStepByStep() {
    ObjectTree tree = ObjectTree.of(TREE);

    assertThat(tree.pathLength(new double[] {2.9, 5})).isEqualTo(1 + PathLength.average(6), EXACT);
    assertThat(tree.pathLength(new double[] {3, 0.9})).isEqualTo(2 + PathLength.average(3), EXACT);
    assertThat(tree.pathLength(new double[] {3, 1})).isEqualTo(2, EXACT);
  }

  @Test
  void whereAValueIsMissingBothWaysCountByTheirRows() {
    double above = 0.75 * (2 + PathLength.average(3)) + 0.25 * 2;

    assertThat(ObjectTree.of(TREE).pathLength(new double[] {NAN, NAN}))
        .isEqualTo(0.6 * (1 + PathLength.average(6)) + 0.4 * above, EXACT);
  }

  @Test
  void aForestOfOtherTreesIsFound() {
    double[][] rows = {{1, 2}, {4, 0}, {4, 2}, {NAN, 0}};
    Forest forest = new Forest(2, 10, List.of(TREE));
    Tree other =
        new Tree(TREE.feature(), new double[] {3, 0, 2.5, 0, 0}, TREE.right(), TREE.count());

    Parity.check(forest, List.of(TREE), rows);
    assertThatThrownBy(() -> Parity.check(forest, List.of(other), rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the flat forest scores row 2 off by");
  }

  @Test
  void everyForestThatGrowsIsCompared() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] rows = new double[500][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {random.nextDouble(), i % 3 == 0 ? NAN : random.nextInt(5), i % 7, 1};
    }

    assertThat(ForestGrower.grow(rows, new ForestShape(10, 128, 20), random, random).score(rows[0]))
        .isBetween(0.0, 1.0);
  }
}
