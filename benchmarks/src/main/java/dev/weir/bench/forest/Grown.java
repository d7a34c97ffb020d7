package dev.weir.bench.forest;

import dev.weir.model.Forest;
import dev.weir.model.Tree;
import dev.weir.smile.SmileForest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A forest grown as the trainer grows it, and rows to score with it.
 *
 * @param subsample psi, the rows that each tree was grown from
 * @param training all rows that subsamples were drawn from
 * @param rows to score, complete
 */
public record Grown(
    int columns,
    int subsample,
    SmileForest smile,
    List<Tree> trees,
    Forest forest,
    double[][] training,
    double[][] rows) {

  /** The trainer's default. */
  private static final int HEIGHT = 10;

  private static final int MIN_TRAINING_ROWS = 20_000;

  /** Subsamples that are not all the same leave as many rows out as they take. */
  private static final int SUBSAMPLES = 2;

  /** Grows it; equal arguments give equal forests and rows. */
  public static Grown of(int columns, int trees, int subsample, int rows, long seed) {
    int training = Math.max(MIN_TRAINING_ROWS, SUBSAMPLES * subsample);
    double[][] all = rows(columns, training + rows, new Random(seed));
    double[][] grownFrom = Arrays.copyOf(all, training);
    SmileForest smile =
        SmileForest.grow(grownFrom, trees, subsample, HEIGHT, new SplittableRandom(seed));
    List<Tree> read = smile.read();
    return new Grown(
        columns,
        subsample,
        smile,
        read,
        new Forest(columns, subsample, read),
        grownFrom,
        Arrays.copyOfRange(all, training, all.length));
  }

  /** The same rows, each without one of its values. */
  public double[][] rowsWithHoles() {
    double[][] holed = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : holed) {
      row[columns / 2] = Double.NaN;
    }
    return holed;
  }

  /** Bell-shaped columns and skewed ones in turn, as scaled features are. */
  private static double[][] rows(int columns, int count, Random random) {
    return Stream.generate(() -> row(columns, random)).limit(count).toArray(double[][]::new);
  }

  private static double[] row(int columns, Random random) {
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      double bell = random.nextGaussian();
      // ONNX knows floats only: what is one already is compared without rounding.
      row[i] = (float) (i % 2 == 0 ? bell : Math.log1p(Math.exp(2 * bell)));
    }
    return row;
  }
}
