package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.flow.UserException;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Forest;
import dev.weir.model.Histogram;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.Transform;
import dev.weir.train.forest.ForestGrower;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits a segment to a sample of vectors: forest, thresholds, baselines. */
final class Fitter {

  /** So many windows of a history may alert, however short it is. */
  private static final int MIN_ALERTS = 10;

  private final FitOptions options;
  private final List<FeatureVector> sample;
  private final Transform transform;

  Fitter(FitOptions options, List<FeatureVector> sample, List<Feature> features) {
    if (sample.size() < 2) {
      throw new UserException(
          "the history fills "
              + sample.size()
              + " window(s) of one source; a model needs two at least: use a longer history or a"
              + " shorter --window");
    }
    this.options = options;
    this.sample = sample;
    this.transform = new Transform(features, options.logScale());
  }

  Transform transform() {
    return transform;
  }

  /** Grows, scores and describes. */
  Fit fit() {
    double[][] rows = sample.stream().map(transform::apply).toArray(double[][]::new);
    Forest forest = grow(rows);
    double[] scores = Arrays.stream(rows).mapToDouble(forest::score).sorted().toArray();
    double label = Quantiles.nearestRank(scores, 1 - options.contamination());
    Segment segment =
        new Segment(
            Segment.ALL,
            forest,
            label,
            Math.max(label, alertThreshold(scores)),
            Quantiles.ofSorted(scores),
            baselines());
    long anomalous = Arrays.stream(scores).filter(score -> score > label).count();
    return new Fit(segment, (double) anomalous / scores.length);
  }

  /**
   * What fitting gives.
   *
   * @param observedRate share of the sample that is labelled anomalous
   */
  record Fit(Segment segment, double observedRate) {}

  private Forest grow(double[][] rows) {
    return ForestGrower.grow(
        rows,
        options.shape(),
        Draws.IMPUTATION.random(options.seed()),
        Draws.TREES.random(options.seed()));
  }

  /** The highest threshold that max(10, alertRate n) training windows are above. */
  private double alertThreshold(double[] sortedScores) {
    int n = sortedScores.length;
    long alerts = Math.max(MIN_ALERTS, Math.round(options.alertRate() * n));
    return sortedScores[(int) Math.max(0, n - 1 - alerts)];
  }

  /** The share of values that are 0; 0 of none. */
  private static double zeros(double[] values) {
    return Arrays.stream(values).filter(value -> value == 0).count()
        / (double) Math.max(1, values.length);
  }

  private List<FeatureBaseline> baselines() {
    List<FeatureBaseline> baselines = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      double[] present =
          sample.stream()
              .mapToDouble(vector -> vector.value(feature))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      double[] scaled =
          sample.stream()
              .mapToDouble(vector -> transform.scale(feature, vector))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      double missing = 1 - (double) present.length / sample.size();
      baselines.add(
          new FeatureBaseline(
              feature,
              missing,
              zeros(present),
              Quantiles.ofSorted(present),
              Histogram.ofSorted(scaled)));
    }
    return baselines;
  }
}
