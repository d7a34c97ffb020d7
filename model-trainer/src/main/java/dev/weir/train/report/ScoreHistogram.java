package dev.weir.train.report;

import dev.weir.model.ScoredWindow;

/** Windows by their scores, all of them, in steps of {@link #STEP}. */
final class ScoreHistogram {

  static final double STEP = 0.005;
  private static final int BINS = 200;

  private final long[] counts = new long[BINS];
  private final long[] anomalousCounts = new long[BINS];
  private long anomalous;
  private long alerting;
  private double max;

  void add(ScoredWindow window) {
    int bin = (int) Math.min(window.score() / STEP, BINS - 1);
    counts[bin]++;
    if (window.label() == ScoredWindow.ANOMALOUS) {
      anomalousCounts[bin]++;
      anomalous++;
    }
    alerting += window.alerting() ? 1 : 0;
    max = Math.max(max, window.score());
  }

  long[] counts() {
    return counts.clone();
  }

  long[] anomalousCounts() {
    return anomalousCounts.clone();
  }

  long anomalous() {
    return anomalous;
  }

  long alerting() {
    return alerting;
  }

  double max() {
    return max;
  }
}
