package dev.weir.train.report;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.ScoredWindow;
import dev.weir.model.Transform;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What charts of features show, from a sample of windows. */
final class Charts {

  private static final int BINS = 32;
  private static final MathContext DIGITS = new MathContext(5);

  private Charts() {}

  /**
   * Counts of windows by the values of a feature.
   *
   * @param log whether bins are equally wide by the logarithm of 1 + value
   * @param edges of the bins, raw; one more than there are bins
   */
  record Histogram(String feature, boolean log, double[] edges, long[] normal, long[] anomalous) {}

  /** Of every feature that some window has. */
  static List<Histogram> histograms(List<ScoredWindow> sample) {
    List<Histogram> histograms = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      if (sample.stream().anyMatch(window -> !Double.isNaN(window.vector().value(feature)))) {
        histograms.add(histogram(feature, sample));
      }
    }
    return histograms;
  }

  /** Counts, bytes and rates differ by orders of magnitude; shares and others do not. */
  private static boolean isLog(Feature feature) {
    return feature.scale() == Feature.Scale.LOG1P;
  }

  private static Histogram histogram(Feature feature, List<ScoredWindow> sample) {
    boolean log = isLog(feature);
    ToDoubleFunction<ScoredWindow> scaled = window -> scale(log, window.vector().value(feature));
    double low =
        sample.stream()
            .mapToDouble(scaled)
            .filter(value -> !Double.isNaN(value))
            .min()
            .orElseThrow();
    double high =
        sample.stream()
            .mapToDouble(scaled)
            .filter(value -> !Double.isNaN(value))
            .max()
            .orElseThrow();
    int bins = high > low ? BINS : 1;
    long[] normal = new long[bins];
    long[] anomalous = new long[bins];
    for (ScoredWindow window : sample) {
      double value = scaled.applyAsDouble(window);
      if (!Double.isNaN(value)) {
        double share = high > low ? (value - low) / (high - low) : 0;
        int bin = (int) Math.min(share * bins, bins - 1);
        (window.label() == ScoredWindow.ANOMALOUS ? anomalous : normal)[bin]++;
      }
    }
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      double edge = low + (high - low) * i / bins;
      edges[i] = rounded(log ? Math.expm1(edge) : edge);
    }
    return new Histogram(feature.id(), log, edges, normal, anomalous);
  }

  private static double scale(boolean log, double value) {
    return log ? Math.log1p(value) : value;
  }

  /**
   * How features move together: Pearson's coefficient of the values as the forest sees them, over
   * the windows that have both; NaN where one of them never moves.
   */
  record Correlation(List<String> features, double[][] coefficients) {

    static Correlation of(Transform transform, List<FeatureVector> sample) {
      List<double[]> rows = sample.stream().map(transform::apply).toList();
      int columns = transform.columns();
      double[][] coefficients = new double[columns][columns];
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j <= i; j++) {
          coefficients[i][j] = rounded(pearson(rows, i, j));
          coefficients[j][i] = coefficients[i][j];
        }
      }
      return new Correlation(transform.features().stream().map(Feature::id).toList(), coefficients);
    }

    private static double pearson(List<double[]> rows, int i, int j) {
      double n = 0;
      double meanX = 0;
      double meanY = 0;
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (double[] row : rows) {
        if (Double.isNaN(row[i]) || Double.isNaN(row[j])) {
          continue;
        }
        n++;
        double dx = row[i] - meanX;
        double dy = row[j] - meanY;
        meanX += dx / n;
        meanY += dy / n;
        xx += dx * (row[i] - meanX);
        yy += dy * (row[j] - meanY);
        xy += dx * (row[j] - meanY);
      }
      return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }
  }

  /**
   * Windows as points.
   *
   * @param features of the values, in their order
   * @param normal values of each point, then its score
   * @param anomalous likewise, strangest first
   * @param sources of the anomalous points
   * @param normalSeen how many windows the normal points were drawn from
   * @param anomalousSeen how many anomalous windows there are
   */
  record Points(
      List<String> features,
      double[][] normal,
      double[][] anomalous,
      List<String> sources,
      long normalSeen,
      long anomalousSeen) {

    static Points of(List<Feature> features, WindowSample sample) {
      List<ScoredWindow> strangest = sample.strangest();
      return new Points(
          features.stream().map(Feature::id).toList(),
          points(features, sample.normal()),
          points(features, strangest),
          strangest.stream().map(window -> window.vector().source().address()).toList(),
          sample.normalSeen(),
          sample.anomalousSeen());
    }

    private static double[][] points(List<Feature> features, List<ScoredWindow> windows) {
      return windows.stream().map(window -> point(features, window)).toArray(double[][]::new);
    }

    private static double[] point(List<Feature> features, ScoredWindow window) {
      double[] point = new double[features.size() + 1];
      for (int i = 0; i < features.size(); i++) {
        point[i] = rounded(window.vector().value(features.get(i)));
      }
      point[features.size()] = rounded(window.score());
      return point;
    }
  }

  /** To what an eye can tell: pages stay small. */
  static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
