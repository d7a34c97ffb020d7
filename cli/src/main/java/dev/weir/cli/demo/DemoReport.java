package dev.weir.cli.demo;

import dev.weir.job.Accounting;
import dev.weir.model.Quantiles;
import java.time.Duration;

/**
 * The demo's outcome.
 *
 * @param messages on the input topic
 * @param replay how long sending them took
 * @param latencies milliseconds from the last message that an alert needed to the alert, ascending
 */
record DemoReport(
    long messages, Duration replay, Accounting accounting, Verdict verdict, double[] latencies) {

  /** Whether alerts came where there was something to find, and every entry is accounted for. */
  boolean passed() {
    return (verdict.alerts() > 0 || verdict.attacks().isEmpty()) && addsUp();
  }

  /** Whether every message and every alert is accounted for. */
  boolean addsUp() {
    return accounting.addsUp()
        && accounting.entries() == messages
        && accounting.incidents().alerts() == verdict.alerts();
  }

  double recordsPerSecond() {
    return messages / Math.max(1e-3, replay.toNanos() / 1e9);
  }

  /** Milliseconds; NaN where nothing was measured. */
  double latency(double probability) {
    return Quantiles.nearestRank(latencies, probability);
  }
}
