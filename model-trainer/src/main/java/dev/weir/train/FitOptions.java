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
 * @param alertBudget windows a day that alert by their score, above 0
 * @param trees how many
 * @param subsample psi, the windows that each tree is grown from
 * @param height at which trees end at the latest
 * @param sampleSize how many windows are kept for fitting, thresholds and baselines
 * @param segments whether sources are told apart by where they stand
 */
record FitOptions(
    WindowSpec window,
    FeatureSettings settings,
    List<Feature> features,
    boolean logScale,
    long seed,
    double contamination,
    double alertBudget,
    int trees,
    int subsample,
    int height,
    int sampleSize,
    boolean segments) {

  /** The same for windows that are measured so. */
  FitOptions measured(WindowSpec newWindow, FeatureSettings newSettings) {
    return new FitOptions(
        newWindow,
        newSettings,
        features,
        logScale,
        seed,
        contamination,
        alertBudget,
        trees,
        subsample,
        height,
        sampleSize,
        segments);
  }

  /** The same with every draw from another seed. */
  FitOptions withSeed(long other) {
    return new FitOptions(
        window,
        settings,
        features,
        logScale,
        other,
        contamination,
        alertBudget,
        trees,
        subsample,
        height,
        sampleSize,
        segments);
  }

  /** How large the forest is to be. */
  ForestShape shape() {
    return new ForestShape(trees, subsample, height);
  }
}
