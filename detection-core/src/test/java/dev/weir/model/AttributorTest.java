package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributorTest {

  private static final double EXACT = 1e-9;

  @Property(tries = 300)
  void baseAndStepsAddUpToTheRowsMeanPathLength(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int columns,
      @ForAll @IntRange(min = 0, max = 9) int depth) {
    Random random = new Random(seed);
    Forest forest = new Forest(columns, 256, RandomTree.forest(random, columns, depth, 6));
    for (double missing : new double[] {0, 0.3, 1}) {
      double[] row = row(random, columns, missing);

      Attribution attribution = forest.attributor().of(row);

      assertThat(attribution.pathLength()).isCloseTo(forest.pathLength(row), within(EXACT));
    }
  }

  @Property(tries = 200)
  void areShapleyValuesAsTheyAreDefined(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int columns,
      @ForAll @IntRange(min = 0, max = 6) int depth) {
    Random random = new Random(seed);
    List<Tree> trees = RandomTree.forest(random, columns, depth, 3);
    double[] row = row(random, columns, 0.15);

    Attribution attribution = new Forest(columns, 256, trees).attributor().of(row);

    assertThat(attribution.base()).isCloseTo(expected(trees, row, 0), within(EXACT));
    for (int i = 0; i < columns; i++) {
      assertThat(attribution.steps()[i]).isCloseTo(shapley(trees, row, i), within(EXACT));
    }
  }

  @Property(tries = 100)
  void whatNoTreeAsksForAndWhatIsMissingAddsNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Forest forest = new Forest(6, 256, RandomTree.forest(random, 4, 7, 5));
    double[] row = row(random, 6, 0);
    row[1] = Double.NaN;

    assertThat(forest.attributor().of(row).steps()[1]).isZero();
    assertThat(forest.attributor().of(row).steps()[4]).isZero();
    assertThat(forest.attributor().of(row).steps()[5]).isZero();
  }

  @Property(tries = 100)
  void columnsThatSayTheSameAddTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    List<Tree> trees = new ArrayList<>();
    for (Tree tree : RandomTree.forest(random, 4, 6, 4)) {
      trees.add(tree);
      trees.add(swapped(tree));
    }
    double[] row = row(random, 4, 0);
    row[1] = row[0];

    double[] steps = new Forest(4, 256, trees).attributor().of(row).steps();

    assertThat(steps[0]).isCloseTo(steps[1], within(EXACT));
  }

  @Test
  void aStumpsOneQuestionIsAnsweredForAll() {
    Tree stump =
        new Tree(
            new int[] {0, Tree.LEAF, Tree.LEAF},
            new double[] {5, 0, 0},
            new int[] {2, 0, 0},
            new int[] {4, 3, 1});
    double base = 1 + 0.75 * PathLength.average(3);

    Attribution attribution = new Forest(1, 4, List.of(stump)).attributor().of(new double[] {7});

    assertThat(attribution.base()).isCloseTo(base, within(EXACT));
    assertThat(attribution.steps()[0]).isCloseTo(1 - base, within(EXACT));
  }

  @Test
  void agreesWithAnotherImplementation() throws IOException {
    List<Tree> trees = new ArrayList<>();
    double base = Double.NaN;
    List<String[]> rows = new ArrayList<>();
    for (String[] line : lines("shap-path-lengths.txt")) {
      switch (line[0]) {
        case "tree" ->
            trees.add(new Tree(ints(line[1]), doubles(line[2]), ints(line[3]), ints(line[4])));
        case "base" -> base = Double.parseDouble(line[1]);
        default -> rows.add(line);
      }
    }
    Attributor attributor = new Forest(4, 64, trees).attributor();

    assertThat(rows).hasSize(12);
    for (String[] row : rows) {
      Attribution attribution = attributor.of(doubles(row[1]));
      assertThat(attribution.base()).isCloseTo(base, within(EXACT));
      assertThat(attribution.steps()).containsExactly(doubles(row[2]), within(EXACT));
    }
  }

  private static List<String[]> lines(String resource) throws IOException {
    try (InputStream in = AttributorTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";"))
          .toList();
    }
  }

  private static double[] doubles(String list) {
    return Stream.of(list.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static int[] ints(String list) {
    return Stream.of(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] row(Random random, int columns, double missing) {
    double[] row = new double[columns];
    Arrays.setAll(
        row, i -> random.nextDouble() < missing ? Double.NaN : random.nextDouble() * 11 - 0.5);
    return row;
  }

  /** The tree with the first two columns in each other's place. */
  private static Tree swapped(Tree tree) {
    int[] feature = Arrays.stream(tree.feature()).map(f -> f == 0 || f == 1 ? 1 - f : f).toArray();
    return new Tree(feature, tree.threshold(), tree.right(), tree.count());
  }

  /** Over all sets of the other columns, weighed by how many orders put just these before it. */
  private static double shapley(List<Tree> trees, double[] row, int column) {
    double sum = 0;
    for (int set = 0; set < 1 << row.length; set++) {
      if ((set >> column & 1) == 0) {
        int k = Integer.bitCount(set);
        double orders = factorial(k) * factorial(row.length - k - 1) / factorial(row.length);
        sum += orders * (expected(trees, row, set | 1 << column) - expected(trees, row, set));
      }
    }
    return sum;
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  /** The mean path length where a set of columns is known, by bits. */
  private static double expected(List<Tree> trees, double[] row, int known) {
    return trees.stream().mapToDouble(tree -> expected(tree, 0, 0, row, known)).sum()
        / trees.size();
  }

  private static double expected(Tree tree, int node, int depth, double[] row, int known) {
    int column = tree.feature()[node];
    if (column == Tree.LEAF) {
      return depth + PathLength.average(tree.count()[node]);
    }
    int right = tree.right()[node];
    double below = expected(tree, node + 1, depth + 1, row, known);
    double above = expected(tree, right, depth + 1, row, known);
    if ((known >> column & 1) == 1 && !Double.isNaN(row[column])) {
      return row[column] < tree.threshold()[node] ? below : above;
    }
    double count = tree.count()[node + 1] + tree.count()[right];
    double share = tree.count()[node + 1] == 0 ? 0 : tree.count()[node + 1] / count;
    return share * below + (1 - share) * above;
  }
}
