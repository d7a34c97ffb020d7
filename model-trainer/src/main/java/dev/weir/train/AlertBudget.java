package dev.weir.train;

import dev.weir.model.AlertRate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smile.stat.distribution.GammaDistribution;

/**
 * Alert thresholds by which a number of windows a day alerts. Every segment's threshold is as rare
 * among its own windows, so that each has a share of the budget by its windows. A history that is
 * too short for a rate alerts as often as {@value ScoreTail#COUNTED} of its windows would.
 */
final class AlertBudget {

  /** Either side of the interval that is told. */
  private static final double BEYOND = 0.05;

  private final double budget;
  private final double days;
  private final double windowsPerDay;
  private final int sampled;

  /**
   * A budget for a history.
   *
   * @param budget windows a day
   * @param days that the history covers
   * @param windows of the history
   * @param sampled how many of them are known
   */
  AlertBudget(double budget, double days, long windows, int sampled) {
    this.budget = budget;
    this.days = days;
    this.windowsPerDay = windows / days;
    this.sampled = sampled;
  }

  /** Whether the history is long enough to hold the windows that the rate is told by. */
  boolean isTold() {
    return budget * days >= ScoreTail.COUNTED;
  }

  /** The threshold of a segment by scores of its windows. */
  double threshold(double[] scores) {
    if (isTold()) {
      return ScoreTail.of(scores).above(Math.min(1, budget / windowsPerDay));
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    long share = Math.round((double) ScoreTail.COUNTED * sorted.length / sampled);
    return sorted[(int) Math.max(0, sorted.length - 1 - Math.max(1, share))];
  }

  /**
   * How many windows a day alert.
   *
   * @param judged what each segment judges, and its threshold
   */
  AlertRate rate(List<JudgedScores> judged, long seed) {
    double scale = windowsPerDay / sampled;
    double expected = judged.stream().mapToDouble(JudgedScores::expected).sum() * scale;
    if (isTold()) {
      double[] rates = RateBootstrap.of(judged, Draws.RATES.random(seed));
      return new AlertRate(
          budget, expected, scale * at(rates, BEYOND), scale * at(rates, 1 - BEYOND));
    }
    double count = judged.stream().mapToDouble(JudgedScores::counted).sum();
    double low = count == 0 ? 0 : new GammaDistribution(count, 1).quantile(BEYOND);
    double high = new GammaDistribution(count + 1, 1).quantile(1 - BEYOND);
    return new AlertRate(budget, count * scale, scale * low, scale * high);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1) + 0.5)];
  }

  /** What the user should know where the budget is not what the thresholds hold to. */
  Optional<String> warning(AlertRate rate) {
    if (isTold()) {
      return rate.expected() < budget / 2
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  "a budget of %s windows a day is more than are labelled anomalous; raise"
                      + " --contamination to have more",
                  text(budget)))
          : Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s of history is too short to tell %s windows a day by; alerts at the score that"
                + " %.0f of its windows are above, %s a day; train on %s days or more, or raise"
                + " --alert-budget",
            length(),
            text(budget),
            rate.expected() * days * sampled / Math.max(1, windowsPerDay * days),
            text(rate.expected()),
            text(Math.ceil(ScoreTail.COUNTED / budget))));
  }

  private String length() {
    return days >= 1
        ? text(days) + " days"
        : String.format(Locale.ROOT, "%.1f hours", 24 * days);
  }

  /** To a tenth, without one that is 0. */
  static String text(double number) {
    double shown = Math.rint(number * 10) / 10;
    if (number > 0 && shown == 0) {
      return String.format(Locale.ROOT, "%.2g", number);
    }
    return String.format(Locale.ROOT, shown == Math.rint(shown) ? "%,.0f" : "%,.1f", shown);
  }
}
