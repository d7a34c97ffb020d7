package dev.weir.explain;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import java.util.HashMap;
import java.util.Map;

/**
 * Says why a model finds a window strange, by the forest and baselines of the window's segment, and
 * whether the history knows such an hour at all. Immutable.
 */
public final class Explainer {

  private static final int REHEARSALS = 3;

  private final Model model;
  private final Map<String, SegmentExplainer> bySegment = new HashMap<>();
  private final UnseenHour unseenHour;

  /** Explains what that model scored. */
  public Explainer(Model model) {
    this.model = model;
    for (Segment segment : model.segments().list()) {
      bySegment.put(segment.name(), new SegmentExplainer(model, segment));
    }
    unseenHour = UnseenHour.of(model.statistics());
  }

  /** Of the model whose scores it explains. */
  public String modelId() {
    return model.id();
  }

  /**
   * The explanation of a window that the same model scored.
   *
   * @param score the model's
   * @param open whether the window still fills, and holds what it does so far
   */
  public Explanation explain(FeatureVector window, double score, boolean open) {
    Segment segment = model.segments().of(window.source());
    Explanation forest = bySegment.get(segment.name()).explain(window, score, open);
    return unseenHour
        .reason(window.windowStart())
        .map(hour -> forest.last(hour, SegmentExplainer.MAX_REASONS))
        .orElse(forest);
  }

  /**
   * Explains a window of no meaning, before there is one that matters: an explanation in code that
   * never ran takes a hundred times as long, and the first attack would wait for it.
   */
  public void rehearse() {
    WindowSpec window = model.window();
    FeatureVector vector =
        new FeatureVector(new SourceKey("", ""), 0, window.size(), "", new double[Feature.COUNT]);
    double score = model.score(vector).score();
    for (int i = 0; i < REHEARSALS; i++) {
      explain(vector, score, false);
    }
  }
}
