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

  /** Whether a column moves as the raw value of another feature, or its own, changes. */
  boolean depends(Feature column, Feature changed) {
    if (column == changed) {
      return true;
    }
    return logScale
        && switch (column.scale()) {
          case LINEAR, LOG1P -> false;
          case BY_FLOWS -> changed == Feature.FLOW_COUNT;
          case BY_BYTES -> changed == Feature.BYTES_IN || changed == Feature.BYTES_OUT;
        };
  }

  /**
   * Where a column that {@link #depends} on a raw value reaches a threshold as that value alone
   * changes; to the precision of the logarithms' inverses.
   *
   * @param vector gives the other raw values; the column's own must be there
   */
  Crossing crossing(Feature column, double threshold, Feature changed, FeatureVector vector) {
    Feature.Scale scale = logScale ? column.scale() : Feature.Scale.LINEAR;
    Sizes sizes = Sizes.of(vector);
    double raw = vector.value(column);
    return switch (scale) {
      case LINEAR -> new Crossing(threshold, true);
      case LOG1P -> new Crossing(StrictMath.expm1(threshold), true);
      case BY_FLOWS ->
          column == changed
              ? Crossing.ofProduct(threshold, sizes.flows())
              : Crossing.ofProduct(threshold, raw).expm1();
      case BY_BYTES ->
          column == changed
              ? Crossing.ofProduct(threshold, sizes.bytes())
              : Crossing.ofProduct(threshold, raw).expm1().minus(otherBytes(changed, vector));
    };
  }

  private static double otherBytes(Feature changed, FeatureVector vector) {
    return vector.value(changed == Feature.BYTES_IN ? Feature.BYTES_OUT : Feature.BYTES_IN);
  }

  /**
   * A raw value at which a column reaches a threshold.
   *
   * @param at infinite where the column never does
   * @param below whether it is below the threshold for smaller raw values, and not for larger ones
   */
  record Crossing(double at, boolean below) {

    /** Of a column that is the raw value, or its logarithm, times a factor of any sign. */
    static Crossing ofProduct(double threshold, double factor) {
      if (factor == 0) {
        return new Crossing(
            threshold > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY, true);
      }
      return new Crossing(threshold / factor, factor > 0);
    }

    Crossing expm1() {
      return Double.isInfinite(at) ? this : new Crossing(StrictMath.expm1(at), below);
    }

    Crossing minus(double offset) {
      return new Crossing(at - offset, below);
    }
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
