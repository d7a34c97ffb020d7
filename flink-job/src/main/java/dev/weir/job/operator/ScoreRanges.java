package dev.weir.job.operator;

import java.util.Locale;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * How many windows had scores in which range. Counters and no histogram of Flink's, whose quantiles
 * are of a task's whole life: of counters whoever collects them knows those of any time, and of all
 * subtasks.
 */
final class ScoreRanges {

  /** Of equal width. */
  static final int RANGES = 20;

  private final Counter[] windows = new Counter[RANGES];

  /** Registers a counter for each range, by its upper end. */
  ScoreRanges(MetricGroup metrics) {
    for (int i = 0; i < RANGES; i++) {
      String below = String.format(Locale.ROOT, "%.2f", (i + 1.0) / RANGES);
      windows[i] = metrics.addGroup("below", below).counter(Metric.SCORES.id());
    }
  }

  /** Counts a window with that score, above 0 and at most 1: that is in the last range. */
  void add(double score) {
    windows[Math.min(RANGES - 1, (int) (score * RANGES))].inc();
  }
}
