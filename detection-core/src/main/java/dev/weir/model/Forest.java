package dev.weir.model;

import java.util.List;

/**
 * An isolation forest, scoring as <a href="https://doi.org/10.1109/ICDM.2008.17">Liu, Ting and Zhou
 * 2008</a> do: s(x) = 2^(-E[h(x)] / c(psi)), above 0 and at most 1, higher for what is isolated
 * sooner. Immutable.
 *
 * <p>A row with NaN follows both branches wherever the missing value decides, weighted by the
 * training rows that went each way, which is the expected path length given what is known.
 */
public final class Forest {

  /** No forest may have more trees; keeps hostile files small. */
  public static final int MAX_TREES = 10_000;

  /** No tree may be grown from more rows. */
  public static final int MAX_SUBSAMPLE = 65_536;

  private static final int MAX_DEPTH = 64;

  private final int columns;
  private final int subsample;
  private final double normalizer;
  private final LinkedTrees linked;
  private final PathLengths fastest;

  /**
   * Lays the trees out.
   *
   * @param columns width of the rows
   * @param subsample psi, the rows that each tree was grown from, 2 to {@link #MAX_SUBSAMPLE}
   * @throws IllegalArgumentException where a tree is not proper
   */
  public Forest(int columns, int subsample, List<Tree> trees) {
    if (trees.isEmpty() || trees.size() > MAX_TREES || columns < 1) {
      throw new IllegalArgumentException("a forest needs columns, and 1 to 10000 trees");
    }
    if (subsample < 2 || subsample > MAX_SUBSAMPLE) {
      throw new IllegalArgumentException(
          "trees grown from " + subsample + " windows each, not from 2 to " + MAX_SUBSAMPLE);
    }
    this.columns = columns;
    this.subsample = subsample;
    this.normalizer = PathLength.average(subsample);
    trees.forEach(tree -> tree.validate(columns, MAX_DEPTH));
    this.linked = new LinkedTrees(trees);
    PaddedTrees padded = PaddedTrees.of(columns, trees);
    this.fastest = padded == null ? linked : padded;
  }

  /** How many trees there are. */
  public int size() {
    return linked.size();
  }

  /** The trees as they were laid out. */
  List<Tree> trees() {
    return linked.trees();
  }

  /** Whether another forest gives every row the same path length, by having the same trees. */
  public boolean sameTrees(Forest other) {
    return columns == other.columns
        && subsample == other.subsample
        && trees().equals(other.trees());
  }

  /** Width of the rows. */
  public int columns() {
    return columns;
  }

  /** psi: the rows that each tree was grown from. */
  public int subsample() {
    return subsample;
  }

  /**
   * The score of a transformed row.
   *
   * @param row of {@link #columns} values; NaN where absent
   * @return above 0 and at most 1
   */
  public double score(double[] row) {
    return score(fastest.walker().sum(row));
  }

  /**
   * The scores of transformed rows, equal to the bit to those of each row by itself.
   *
   * @param rows of {@link #columns} values each; NaN where absent
   * @return above 0 and at most 1, in the order of the rows
   */
  public double[] score(double[][] rows) {
    PathLengths.Walker walker = fastest.walker();
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = score(walker.sum(rows[i]));
    }
    return scores;
  }

  /** Scores those rows whose place is that one, as {@link #score(double[][])} does. */
  void score(double[][] rows, int[] places, int place, double[] scores) {
    PathLengths.Walker walker = fastest.walker();
    for (int i = 0; i < rows.length; i++) {
      if (places[i] == place) {
        scores[i] = score(walker.sum(rows[i]));
      }
    }
  }

  private double score(double pathLengths) {
    return scoreOf(pathLengths / linked.size());
  }

  /** The score of a mean path length. */
  double scoreOf(double meanPathLength) {
    return StrictMath.pow(2, -meanPathLength / normalizer);
  }

  /** The mean path length of a transformed row, in steps. */
  public double pathLength(double[] row) {
    return fastest.walker().sum(row) / linked.size();
  }

  /** Tells what each column adds to a row's mean path length. */
  public Attributor attributor() {
    return new Attributor(this);
  }
}
