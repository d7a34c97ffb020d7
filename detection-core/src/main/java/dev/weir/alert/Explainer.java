package dev.weir.alert;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Makes alerts of windows: says which features left the range that training knew, and how far. */
public final class Explainer {

  /** An alert gives so many reasons at most. */
  static final int MAX_REASONS = 3;

  private final Model model;

  public Explainer(Model model) {
    this.model = model;
  }

  /** The alert of a window that the same model scored. */
  public Alert explain(ScoredWindow window) {
    return new Alert(
        id(window), window, model.segment().alertThreshold(), reasons(window.vector()));
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
    FeatureBaseline baseline = model.segment().baseline(feature);
    double median = baseline.raw().median();
    double p99 = baseline.raw().p99();
    double percentile = 100 * baseline.raw().rank(value);
    String text = ReasonText.of(feature, value, baseline.raw());
    return new Reason(feature, value, median, p99, percentile, text);
  }

  private static String id(ScoredWindow window) {
    FeatureVector vector = window.vector();
    String name =
        String.join(
            "|",
            "source",
            vector.source().scope(),
            vector.source().address(),
            String.valueOf(vector.windowStart()),
            String.valueOf(vector.windowEnd()),
            window.modelId());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
