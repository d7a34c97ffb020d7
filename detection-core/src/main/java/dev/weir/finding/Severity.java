package dev.weir.finding;

import dev.weir.model.Quantiles;

/**
 * How bad, 0 to 100: the higher of how rare the score is and how much there is of a finding, and
 * more where a list of known-bad networks has the source or target.
 *
 * <p>A forest saturates: beyond what any tree has split, more is not stranger, so the score's part
 * ends at {@link #MOST_BY_SCORE}. A measure does not, and counts by its logarithm, since harm and
 * effort come in orders of magnitude.
 */
final class Severity {

  /** Ten times as much is so much more severe: from a finding's base to critical in two steps. */
  static final double PER_TENFOLD = 15;

  /** A hundredfold more of a thing than normal is as bad as it gets by amount alone. */
  static final double MOST_BY_AMOUNT = 35;

  /** For each tenfold of rarity: one window in ten million, seven of these, reaches 50. */
  static final double PER_RARITY = 7.15;

  /** High, but never critical: a score alone does not say what is done. */
  static final double MOST_BY_SCORE = 70;

  /** A step of a level, less a little: a list alone wakes nobody. */
  static final int BY_REPUTATION = 15;

  private static final int MOST = 100;

  private final Quantiles scores;
  private final double sample;

  /**
   * Severity by the scores of training.
   *
   * @param sample how many windows the quantiles come from
   */
  Severity(Quantiles scores, long sample) {
    this.scores = scores;
    this.sample = Math.max(2, sample);
  }

  /** The part of a finding; grows with the measure, from its base at what is normal at most. */
  static int byMeasure(Description finding, Measure measure) {
    double tenfold = StrictMath.log10(Math.max(1, measure.times()));
    double more = Math.min(MOST_BY_AMOUNT, PER_TENFOLD * tenfold);
    return (int) Math.rint(finding.baseSeverity() + more);
  }

  /** The part of the score; grows with it. */
  int byScore(double score) {
    return (int) Math.rint(Math.min(MOST_BY_SCORE, PER_RARITY * rarity(score)));
  }

  /**
   * How rare such a score is, as a power of ten: 3 for one window in a thousand. Within the sample
   * by its quantiles, and beyond its end along the exponential that leads from the 99th percentile
   * to it: the sample's last window is one in {@code sample}, and as far again is as much rarer
   * again.
   */
  double rarity(double score) {
    double least = StrictMath.log10(sample);
    double max = scores.max();
    if (Double.isNaN(max) || Double.isNaN(score)) {
      return 0;
    }
    if (score < max) {
      double above = Math.max(1 / sample, 1 - scores.rank(score));
      return Math.min(least, -StrictMath.log10(above));
    }
    double spread = max - scores.p99();
    double decades = Math.max(0, least - 2);
    return spread > 0 ? least + decades * (score - max) / spread : least;
  }

  /** All parts together. */
  static int of(int byMeasure, int byScore, boolean isListed) {
    int higher = Math.max(byMeasure, byScore);
    return Math.min(MOST, isListed ? higher + BY_REPUTATION : higher);
  }
}
