package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import java.util.List;

/**
 * From a raw vector to a row of the forest: a subset of the schema, in schema order, scaled by the
 * schema and not by data.
 *
 * @param features what the forest sees, in the order of its columns
 * @param logScale whether values are scaled as the schema says; else they stay raw
 */
public record Transform(List<Feature> features, boolean logScale) {

  /** Keeps the features in schema order, whichever order they came in. */
  public Transform {
    features = features.stream().distinct().sorted().toList();
    if (features.isEmpty()) {
      throw new IllegalArgumentException("a model without features");
    }
  }

  /** Width of the rows. */
  public int columns() {
    return features.size();
  }

  /**
   * The row of a vector.
   *
   * @return scaled values, NaN where absent
   */
  public double[] apply(FeatureVector vector) {
    double[] row = new double[features.size()];
    Sizes sizes = logScale ? Sizes.of(vector) : null;
    for (int i = 0; i < row.length; i++) {
      Feature feature = features.get(i);
      row[i] = logScale ? sizes.scale(feature, vector) : vector.value(feature);
    }
    return row;
  }

  /** The scaled value of one feature, in the model or not; NaN where the raw one is. */
  public double scale(Feature feature, FeatureVector vector) {
    return logScale ? Sizes.of(vector).scale(feature, vector) : vector.value(feature);
  }

  /**
   * What several features of a window are scaled by, computed once.
   *
   * @param flows logarithm of the window's flows
   * @param bytes logarithm of its bytes both ways
   */
  private record Sizes(double flows, double bytes) {

    static Sizes of(FeatureVector vector) {
      return new Sizes(
          StrictMath.log1p(vector.value(Feature.FLOW_COUNT)),
          StrictMath.log1p(vector.value(Feature.BYTES_IN) + vector.value(Feature.BYTES_OUT)));
    }

    double scale(Feature feature, FeatureVector vector) {
      double raw = vector.value(feature);
      return switch (feature.scale()) {
        case LINEAR -> raw;
        case LOG1P -> feature == Feature.FLOW_COUNT ? flows : StrictMath.log1p(raw);
        case BY_FLOWS -> raw * flows;
        case BY_BYTES -> raw * bytes;
      };
    }
  }
}
