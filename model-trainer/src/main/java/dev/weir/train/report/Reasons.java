package dev.weir.train.report;

import dev.weir.explain.Explainer;
import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.model.ScoredWindow;
import java.util.List;

/**
 * Why a window is strange, in words and as bars.
 *
 * @param contribution steps by which the forest's path is shorter for it; NaN where no forest spoke
 */
record Reasons(
    String feature, double value, double median, double p99, double contribution, String text) {

  static List<Reasons> of(Explainer explainer, ScoredWindow window) {
    return of(explainer.explain(window.vector(), window.score(), false));
  }

  static List<Reasons> of(Explanation explanation) {
    return explanation.reasons().stream().map(Reasons::of).toList();
  }

  private static Reasons of(Reason reason) {
    return new Reasons(
        reason.feature(),
        Charts.rounded(reason.value()),
        Charts.rounded(reason.median()),
        Charts.rounded(reason.p99()),
        Charts.rounded(reason.contribution()),
        reason.text());
  }
}
