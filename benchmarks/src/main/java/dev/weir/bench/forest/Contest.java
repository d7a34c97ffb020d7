package dev.weir.bench.forest;

import ai.onnxruntime.OrtException;
import com.amazon.randomcutforest.RandomCutForest;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who scores the rows of one width, each in its own way. */
final class Contest implements AutoCloseable {

  static final String SMILE = "smile";
  static final String SINGLE = "single";
  static final String BATCH = "batch";
  static final String HOLES = "nan_row";
  static final String RANDOM_CUT = "rcf";
  static final String ONNX = "onnx_";
  static final List<Integer> ONNX_BATCHES = List.of(1, 64, 256, 1024);

  /** Smile and the random cut forest take long; these rows do. */
  private static final int FEW = 256;

  /** Windows that close together are scored so many at a time: rows one after another. */
  private static final int BATCH_ROWS = 256;

  /** A random cut forest of more rows in all its trees takes many minutes to fill. */
  private static final long MOST_CUT = 1_000_000;

  private final Grown grown;
  private final OnnxForest onnx;

  Contest(Grown grown) throws OrtException {
    this.grown = grown;
    this.onnx = new OnnxForest(grown);
  }

  List<Contender> contenders() {
    double[][] rows = grown.rows();
    double[][] few = Arrays.copyOf(rows, Math.min(FEW, rows.length));
    List<double[][]> batches = batches(rows);
    List<double[][]> holes = batches(grown.rowsWithHoles());
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender(SMILE, few.length, () -> sum(few, grown.smile()::score)));
    contenders.add(new Contender(SINGLE, rows.length, () -> sum(rows, grown.forest()::score)));
    contenders.add(new Contender(BATCH, rows.length, () -> sum(batches)));
    contenders.add(new Contender(HOLES, rows.length, () -> sum(holes)));
    if ((long) grown.trees().size() * grown.subsample() <= MOST_CUT) {
      RandomCutForest randomCut = randomCut();
      List<float[]> floats = Arrays.stream(few).map(Contest::floats).toList();
      contenders.add(new Contender(RANDOM_CUT, few.length, () -> randomCutSum(randomCut, floats)));
    }
    for (int size : ONNX_BATCHES) {
      List<FloatBuffer> buffers = onnx.batches(rows, size);
      contenders.add(new Contender(ONNX + size, rows.length, () -> onnxSum(buffers)));
    }
    return contenders;
  }

  @FunctionalInterface
  private interface Scorer {
    double score(double[] row);
  }

  private static double sum(double[][] rows, Scorer scorer) {
    double sum = 0;
    for (double[] row : rows) {
      sum += scorer.score(row);
    }
    return sum;
  }

  private double sum(List<double[][]> batches) {
    double sum = 0;
    for (double[][] batch : batches) {
      sum += grown.forest().score(batch)[0];
    }
    return sum;
  }

  private double onnxSum(List<FloatBuffer> batches) throws OrtException {
    double sum = 0;
    for (FloatBuffer batch : batches) {
      sum += onnx.score(batch, grown.columns())[0];
    }
    return sum;
  }

  private static List<double[][]> batches(double[][] rows) {
    List<double[][]> batches = new ArrayList<>();
    for (int from = 0; from < rows.length; from += BATCH_ROWS) {
      batches.add(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH_ROWS)));
    }
    return batches;
  }

  /**
   * As many trees of as many rows, fed the rows that the others' trees were grown from; its own
   * trees, since it takes no others.
   */
  private RandomCutForest randomCut() {
    RandomCutForest forest =
        RandomCutForest.builder()
            .dimensions(grown.columns())
            .numberOfTrees(grown.trees().size())
            .sampleSize(grown.subsample())
            .randomSeed(1)
            .parallelExecutionEnabled(false)
            .build();
    Arrays.stream(grown.training()).map(Contest::floats).forEach(forest::update);
    return forest;
  }

  private static float[] floats(double[] row) {
    float[] floats = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      floats[i] = (float) row[i];
    }
    return floats;
  }

  private static double randomCutSum(RandomCutForest forest, List<float[]> rows) {
    return rows.stream().mapToDouble(forest::getAnomalyScore).sum();
  }

  /** The largest distance of a score from Smile's, over all rows. */
  double maxScoreDifference() {
    double[] scores = grown.forest().score(grown.rows());
    double max = 0;
    for (int i = 0; i < scores.length; i++) {
      max = Math.max(max, Math.abs(scores[i] - grown.smile().score(grown.rows()[i])));
    }
    return max;
  }

  /** The same of ONNX Runtime's scores, which come from floats. */
  double maxOnnxDifference() throws OrtException {
    double[] scores = grown.forest().score(grown.rows());
    double max = 0;
    int at = 0;
    for (FloatBuffer batch : onnx.batches(grown.rows(), BATCH_ROWS)) {
      for (double score : onnx.score(batch, grown.columns())) {
        max = Math.max(max, Math.abs(score - scores[at++]));
      }
    }
    return max;
  }

  @Override
  public void close() throws OrtException {
    onnx.close();
  }
}
