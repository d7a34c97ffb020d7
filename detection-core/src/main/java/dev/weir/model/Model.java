package dev.weir.model;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.WindowSpec;

/**
 * All that scoring needs, as one immutable value: windows and features exactly as they were in
 * training, and what was normal then.
 *
 * @param id hash of the content: two models with one id are the same model
 * @param segment the one segment so far
 */
public record Model(
    String id,
    WindowSpec window,
    FeatureSettings settings,
    Transform transform,
    Segment segment,
    Frequencies frequencies,
    TrainingStatistics statistics) {

  /** Refuses a forest that sees other features than the transform gives. */
  public Model {
    if (segment.forest().columns() != transform.columns()) {
      throw new IllegalArgumentException(
          "a forest of "
              + segment.forest().columns()
              + " columns behind a transform of "
              + transform.columns());
    }
  }

  /** Scores a window and says what the score means. */
  public ScoredWindow score(FeatureVector vector) {
    double score = segment.forest().score(transform.apply(vector));
    int label = score > segment.labelThreshold() ? ScoredWindow.ANOMALOUS : ScoredWindow.NORMAL;
    return new ScoredWindow(vector, score, label, score > segment.alertThreshold(), id);
  }

  /** The same model under the id of its content. */
  Model withId(String newId) {
    return new Model(newId, window, settings, transform, segment, frequencies, statistics);
  }
}
