package dev.weir.explain;

import dev.weir.model.Quantiles;

/**
 * Reasons of views that no forest judges: a measure, what is normal for it, and a sentence. For
 * instance
 *
 * <pre>{@code
 * Reasons.of("target.sources", 41_200, baseline.sources(),
 *     Phrase.count("distinct source", "distinct sources").in(60_000))
 * // 41,200 distinct sources in 60 s; normal for this network: 1, at most 38
 * Reasons.beyond("target.flows", 41_200, peak.flows(), "this target",
 *     Phrase.count("flow", "flows").in(60_000))
 * // 41,200 flows in 60 s; normal for this target: at most 800
 * Reasons.told("pair.period", 300, "comes back every 5 min, within 2 %")
 * }</pre>
 */
public final class Reasons {

  private Reasons() {}

  /**
   * A measure against what it was in training, from the 1st to the 99th percentile.
   *
   * @param measure its name in documents, such as {@code target.sources}
   * @param value in the unit of the quantiles; NaN where it is not known
   * @param normal of the training windows; may be empty
   * @param phrase says value and quantiles
   */
  public static Reason of(String measure, double value, Quantiles normal, Phrase phrase) {
    return new Reason(
        measure,
        value,
        normal.median(),
        normal.p99(),
        100 * normal.rank(value),
        Double.NaN,
        ReasonText.of(phrase, value, normal));
  }

  /**
   * A measure against the most that is normal.
   *
   * @param most in the unit of the value
   * @param whose normal it is, as in "normal for this target"
   */
  public static Reason beyond(
      String measure, double value, double most, String whose, Phrase phrase) {
    Normal normal = new Normal(whose, Double.NaN, Double.NEGATIVE_INFINITY, most);
    return told(measure, value, ReasonText.of(phrase, value, normal));
  }

  /** A measure that has a sentence of its own, and no baseline. */
  public static Reason told(String measure, double value, String text) {
    return new Reason(measure, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN, text);
  }
}
