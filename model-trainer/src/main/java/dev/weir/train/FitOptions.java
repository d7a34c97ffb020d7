package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.WindowSpec;
import dev.weir.train.forest.ForestShape;
import java.util.List;

/**
 * How a model is to be fitted.
 *
 * @param features what the user named, or empty for the whole schema
 * @param logScale whether counts, bytes and rates are scaled by log1p
 * @param seed of every draw
 * @param contamination share of the windows to be labelled anomalous, above 0 and at most 0.5
 * @param alertRate share of the windows that alert, at most the contamination
 * @param trees how many
 * @param subsample psi, the windows that each tree is grown from
 * @param height at which trees end at the latest
 * @param sampleSize how many windows are kept for fitting, thresholds and baselines
 */
record FitOptions(
    WindowSpec window,
    FeatureSettings settings,
    List<Feature> features,
    boolean logScale,
    long seed,
    double contamination,
    double alertRate,
    int trees,
    int subsample,
    int height,
    int sampleSize) {

  /** How large the forest is to be. */
  ForestShape shape() {
    return new ForestShape(trees, subsample, height);
  }
}
