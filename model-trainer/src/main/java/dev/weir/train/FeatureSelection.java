package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.flow.UserException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which features a forest is fitted to: isolation trees waste their splits on a constant, so
 * features that are constant or wholly missing in the sample are dropped.
 *
 * @param kept in schema order, at least one
 * @param dropped in schema order
 * @param warnings in words, for features that the user named
 */
record FeatureSelection(List<Feature> kept, List<Feature> dropped, List<String> warnings) {

  static FeatureSelection of(List<Feature> named, List<FeatureVector> sample) {
    List<Feature> wanted = named.isEmpty() ? List.of(Feature.values()) : named;
    List<Feature> kept = new ArrayList<>();
    List<Feature> dropped = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Feature feature : wanted.stream().sorted().toList()) {
      String fault = fault(feature, sample);
      if (fault == null) {
        kept.add(feature);
        continue;
      }
      dropped.add(feature);
      if (!named.isEmpty()) {
        warnings.add(feature.id() + " is " + fault + " in this history and was left out");
      }
    }
    if (kept.isEmpty()) {
      throw new UserException(
          "every feature is constant or missing in this history; nothing can be learned from it:"
              + " use a longer history or other --features");
    }
    return new FeatureSelection(kept, dropped, warnings);
  }

  /** Why a feature is of no use; null where it is. */
  private static String fault(Feature feature, List<FeatureVector> sample) {
    double first = Double.NaN;
    for (FeatureVector vector : sample) {
      double value = vector.value(feature);
      if (Double.isNaN(value)) {
        continue;
      }
      if (!Double.isNaN(first) && value != first) {
        return null;
      }
      first = value;
    }
    return Double.isNaN(first) ? "wholly missing" : "constant";
  }
}
