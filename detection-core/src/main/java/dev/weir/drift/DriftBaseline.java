package dev.weir.drift;

import dev.weir.feature.Feature;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import dev.weir.model.Segment;
import dev.weir.model.Transform;
import java.util.ArrayList;
import java.util.List;

/** What drift is held against: every feature that a model sees, as it sees it, and its score. */
public final class DriftBaseline {

  private static final String SCORE = "score";

  private final String modelId;
  private final Transform transform;
  private final List<Feature> features;
  private final double[] missing;
  private final List<DriftBins> bins = new ArrayList<>();

  /** Of that model. */
  public DriftBaseline(Model model) {
    modelId = model.id();
    Segment segment = model.segment();
    transform = model.transform();
    features = transform.features();
    missing = new double[features.size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = segment.baseline(features.get(i)).missing();
      bins.add(DriftBins.of(segment.baseline(features.get(i))));
    }
    // Anomalous windows are left out of what is held against it.
    bins.add(
        model.segments().isOne()
            ? DriftBins.of(segment.scores(), segment.labelThreshold())
            : DriftBins.of(model.segments().normalScores(), Double.POSITIVE_INFINITY));
  }

  /** Whose training it is of. */
  String modelId() {
    return modelId;
  }

  /** How many quantities there are: the features, and last the score. */
  public int size() {
    return bins.size();
  }

  /** Whether a quantity is a feature, which windows may lack. */
  boolean isFeature(int quantity) {
    return quantity < features.size();
  }

  /** A quantity's name in documents. */
  public String name(int quantity) {
    return isFeature(quantity) ? features.get(quantity).id() : SCORE;
  }

  DriftBins bins(int quantity) {
    return bins.get(quantity);
  }

  /** The share of training's windows without a feature. */
  double missing(int feature) {
    return missing[feature];
  }

  /** Every quantity of a window, in their order; NaN where it has none. */
  double[] values(ScoredWindow window) {
    double[] row = transform.apply(window.vector());
    double[] values = new double[bins.size()];
    System.arraycopy(row, 0, values, 0, features.size());
    values[features.size()] = window.score();
    return values;
  }
}
