package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Histogram;
import dev.weir.model.Quantiles;
import dev.weir.model.Transform;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What features are like in a sample. */
final class Baselines {

  private Baselines() {}

  /** Of every feature of the schema, in its order. */
  static List<FeatureBaseline> of(List<FeatureVector> sample, Transform transform) {
    return Stream.of(Feature.values()).map(feature -> of(feature, sample, transform)).toList();
  }

  private static FeatureBaseline of(
      Feature feature, List<FeatureVector> sample, Transform transform) {
    double[] present = sorted(sample, vector -> vector.value(feature));
    return new FeatureBaseline(
        feature,
        1 - (double) present.length / sample.size(),
        zeros(present),
        Quantiles.ofSorted(present),
        Histogram.ofSorted(sorted(sample, vector -> transform.scale(feature, vector))));
  }

  private static double[] sorted(
      List<FeatureVector> sample, ToDoubleFunction<FeatureVector> value) {
    return sample.stream()
        .mapToDouble(value)
        .filter(number -> !Double.isNaN(number))
        .sorted()
        .toArray();
  }

  /** The share of values that are 0; 0 of none. */
  private static double zeros(double[] values) {
    return Arrays.stream(values).filter(value -> value == 0).count()
        / (double) Math.max(1, values.length);
  }
}
