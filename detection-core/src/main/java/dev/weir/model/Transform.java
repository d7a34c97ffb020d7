package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import java.util.List;

/**
 * From a raw vector to a row of the forest: a subset of the schema, in schema order, scaled by the
 * schema and not by data.
 *
 * @param features what the forest sees, in the order of its columns
 * @param logScale whether log-scaled features of the schema are (log1p); the others never are
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
      Feature feature = features.get(i);
      row[i] = scale(feature, vector.value(feature));
    }
    return row;
  }

  /** The scaled value of one feature; NaN stays NaN. */
  public double scale(Feature feature, double raw) {
    return logScale && feature.logScaled() ? StrictMath.log1p(raw) : raw;
  }
}
