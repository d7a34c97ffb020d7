package dev.weir.job.operator;

import dev.weir.finding.Detection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What incidents were opened for, and how long after their flows. There are as many series as
 * findings and countries, however many sources there are: a country has two letters.
 */
final class OpeningMetrics {

  /** Upper ends in seconds. */
  private static final long[] DELAYS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 3_600};

  private static final long MILLIS = 1_000;
  private static final String UNKNOWN = "unknown";

  private final MetricGroup metrics;
  private final Counter[] withinDelay = new Counter[DELAYS.length + 1];
  private final Map<String, Counter> byFinding = new HashMap<>();

  OpeningMetrics(MetricGroup metrics) {
    this.metrics = metrics;
    for (int i = 0; i < DELAYS.length; i++) {
      withinDelay[i] = ofDelay(Long.toString(DELAYS[i]));
    }
    withinDelay[DELAYS.length] = ofDelay("+Inf");
  }

  private Counter ofDelay(String end) {
    return metrics.addGroup("le", end).counter(Metric.ALERT_DELAY.id());
  }

  /** An incident was opened by that, and told at that time, in epoch milliseconds. */
  void add(Detection found, long toldAt) {
    String country = found.country().isEmpty() ? UNKNOWN : found.country();
    byFinding
        .computeIfAbsent(found.finding() + ' ' + country, key -> register(found.finding(), country))
        .inc();
    long delay = toldAt - found.lastSeen();
    for (int i = 0; i < DELAYS.length; i++) {
      if (delay <= DELAYS[i] * MILLIS) {
        withinDelay[i].inc();
      }
    }
    withinDelay[DELAYS.length].inc();
  }

  private Counter register(String finding, String country) {
    return metrics
        .addGroup("finding", finding)
        .addGroup("country", country)
        .counter(Metric.INCIDENTS_BY_FINDING.id());
  }
}
