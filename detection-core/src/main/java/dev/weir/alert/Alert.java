package dev.weir.alert;

import dev.weir.explain.Explanation;
import dev.weir.model.ScoredWindow;

/**
 * A window that somebody should look at.
 *
 * @param id the same for the same window under the same model, however often it is emitted
 * @param threshold the alert threshold that the score is above
 * @param explanation what sets the window apart, and what would make it normal
 */
public record Alert(String id, ScoredWindow window, double threshold, Explanation explanation) {}
