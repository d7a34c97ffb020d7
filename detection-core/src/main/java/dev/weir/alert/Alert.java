package dev.weir.alert;

import dev.weir.model.ScoredWindow;
import java.util.List;

/**
 * A window that somebody should look at.
 *
 * @param id the same for the same window under the same model, however often it is emitted
 * @param threshold the alert threshold that the score is above
 * @param reasons what sets the window apart, strangest first
 */
public record Alert(String id, ScoredWindow window, double threshold, List<Reason> reasons) {

  /** Keeps a list of its own. */
  public Alert {
    reasons = List.copyOf(reasons);
  }
}
