package dev.weir.train;

import dev.weir.model.AlertRate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Alert thresholds by which a number of windows a day alerts. Every segment's threshold is as rare
 * among its own windows, so that each has a share of the budget by its windows. A history that is
 * too short for a rate alerts as often as {@value ScoreTail#COUNTED} of its windows would.
 */
final class AlertBudget {

  /** Either side of the interval that is told. */
  private static final double BEYOND = 0.05;

  /** Of the normal distribution, beyond which as much lies. */
  private static final double NORMAL = 1.6449;

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
   * How many windows a day alert. As many windows as are seen above the thresholds are seen by
   * chance, so the interval is that of a Poisson distribution's mean, or wider where hours differ
   * by more than that.
   *
   * @param judged what each segment judges, and its threshold
   */
  AlertRate rate(List<JudgedScores> judged, long seed) {
    double number =
        judged.stream()
            .mapToDouble(isTold() ? JudgedScores::expected : JudgedScores::counted)
            .sum();
    double low = number <= 0 ? 0 : mean(number, -NORMAL);
    double high = mean(number + 1, NORMAL);
    if (isTold()) {
      double[] numbers = RateBootstrap.of(judged, Draws.RATES.random(seed));
      low = Math.min(low, at(numbers, BEYOND));
      high = Math.max(high, at(numbers, 1 - BEYOND));
    }
    double scale = windowsPerDay / sampled;
    return new AlertRate(budget, scale * number, scale * Math.max(0, low), scale * high);
  }

  /**
   * The mean of a Poisson distribution that a number is at the end of, by Byar's approximation,
   * which is good to a hundredth.
   */
  private static double mean(double number, double normal) {
    double root = 1 - 1 / (9 * number) + normal / (3 * Math.sqrt(number));
    return number * root * root * root;
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
    return days >= 1.5 ? text(days) + " days" : String.format(Locale.ROOT, "%.1f hours", 24 * days);
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
