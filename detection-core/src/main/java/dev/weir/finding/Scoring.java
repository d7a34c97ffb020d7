package dev.weir.finding;

import dev.weir.feature.FeatureVector;

/**
 * What a model makes of a window.
 *
 * @param score of the window; NaN where no forest judges the view
 * @param threshold what the score is alerted above; NaN likewise
 * @param label -1, 1, or 0 where no forest judges the view
 * @param modelId of the model that judged it, by a forest or by what else it knows
 * @param unexplained what the forest has yet to say why it is strange; null where it has, or need
 *     not
 */
public record Scoring(
    double score, double threshold, int label, String modelId, FeatureVector unexplained) {

  /** Of a view that no forest judges. */
  public static Scoring none(String modelId) {
    return new Scoring(Double.NaN, Double.NaN, 0, modelId, null);
  }

  /** The same with nothing left to explain. */
  Scoring explained() {
    return new Scoring(score, threshold, label, modelId, null);
  }
}
