package dev.weir.explain;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says which features left the range that training knew, and how far. */
public final class Explainer {

  /** One less than fit, so that a finding can lead with a measure of its own. */
  static final int MAX_REASONS = 4;

  private final Model model;

  public Explainer(Model model) {
    this.model = model;
  }

  /** The explanation of a window that the same model scored. */
  public Explanation explain(ScoredWindow window) {
    return new Explanation(reasons(window.vector()), null);
  }

  private List<Reason> reasons(FeatureVector vector) {
    record Candidate(Feature feature, double distance) {}
    List<Candidate> candidates = new ArrayList<>();
    for (Feature feature : model.transform().features()) {
      double distance = distance(feature, vector.value(feature));
      if (distance > 0) {
        candidates.add(new Candidate(feature, distance));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::distance).reversed());
    return candidates.stream()
        .limit(MAX_REASONS)
        .map(candidate -> reason(candidate.feature(), vector.value(candidate.feature())))
        .toList();
  }

  /**
   * How far a value lies from the median, sizes compared by their logarithms, in units of the
   * distance from the median to the 1st or 99th percentile on its side; 0 for NaN.
   */
  private double distance(Feature feature, double value) {
    FeatureBaseline baseline = model.segment().baseline(feature);
    double median = scaled(feature, baseline.raw().median());
    double offset = scaled(feature, value) - median;
    if (Double.isNaN(offset)) {
      return 0;
    }
    double bound = offset < 0 ? baseline.raw().at(0.01) : baseline.raw().p99();
    double spread = Math.abs(scaled(feature, bound) - median);
    double floor = 1e-3 * (1 + Math.abs(median));
    return Math.abs(offset) / Math.max(spread, floor);
  }

  private static double scaled(Feature feature, double raw) {
    return feature.scale() == Feature.Scale.LOG1P ? StrictMath.log1p(raw) : raw;
  }

  private Reason reason(Feature feature, double value) {
    Phrase phrase = FeaturePhrase.of(feature, value, model.window().size());
    return Reasons.of(feature.id(), value, model.segment().baseline(feature).raw(), phrase);
  }
}
