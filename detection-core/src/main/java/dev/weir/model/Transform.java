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
    for (int i = 0; i < row.length; i++) {
      row[i] = scale(features.get(i), vector);
    }
    return row;
  }

  /** The scaled value of one feature, in the model or not; NaN where the raw one is. */
  public double scale(Feature feature, FeatureVector vector) {
    double raw = vector.value(feature);
    if (!logScale) {
      return raw;
    }
    return switch (feature.scale()) {
      case LINEAR -> raw;
      case LOG1P -> StrictMath.log1p(raw);
      case BY_FLOWS -> raw * StrictMath.log1p(vector.value(Feature.FLOW_COUNT));
      case BY_BYTES ->
          raw * StrictMath.log1p(vector.value(Feature.BYTES_IN) + vector.value(Feature.BYTES_OUT));
    };
  }
}
