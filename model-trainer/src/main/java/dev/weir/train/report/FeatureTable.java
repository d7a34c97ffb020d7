package dev.weir.train.report;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Summary statistics of every feature: moments over all windows, quantiles over the sample. */
final class FeatureTable {

  private final Moments[] moments = new Moments[Feature.COUNT];

  FeatureTable() {
    Arrays.setAll(moments, unused -> new Moments());
  }

  void add(FeatureVector vector) {
    for (Feature feature : Feature.values()) {
      moments[feature.ordinal()].add(vector.value(feature));
    }
  }

  List<Row> rows(List<FeatureVector> sample, Set<Feature> used) {
    List<Row> rows = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      double[] sorted =
          sample.stream()
              .mapToDouble(vector -> vector.value(feature))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      Moments of = moments[feature.ordinal()];
      rows.add(
          new Row(
              feature.id(),
              feature.unit().name().toLowerCase(Locale.ROOT),
              used.contains(feature),
              of.count,
              of.missing,
              of.count == 0 ? Double.NaN : of.mean,
              of.deviation(),
              of.min,
              Quantiles.nearestRank(sorted, 0.25),
              Quantiles.nearestRank(sorted, 0.5),
              Quantiles.nearestRank(sorted, 0.75),
              Quantiles.nearestRank(sorted, 0.99),
              of.max));
    }
    return rows;
  }

  /**
   * One feature; NaN where no window has it.
   *
   * @param used whether the forest sees it
   * @param count windows that have it
   * @param missing windows that have not
   */
  record Row(
      String feature,
      String unit,
      boolean used,
      long count,
      long missing,
      double mean,
      double sd,
      double min,
      double q1,
      double median,
      double q3,
      double p99,
      double max) {}

  /** Mean and variance of a stream, by <a href="https://doi.org/10.2307/1266577">Welford</a>. */
  private static final class Moments {
    private long count;
    private long missing;
    private double mean;
    private double squares;
    private double min = Double.NaN;
    private double max = Double.NaN;

    void add(double value) {
      if (Double.isNaN(value)) {
        missing++;
        return;
      }
      count++;
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
      min = count == 1 ? value : Math.min(min, value);
      max = count == 1 ? value : Math.max(max, value);
    }

    double deviation() {
      return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
  }
}
