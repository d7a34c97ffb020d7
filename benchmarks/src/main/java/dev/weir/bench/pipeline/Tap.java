package dev.weir.bench.pipeline;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Hears of the sources' counters as Flink makes them, so that the first record's moment can be told
 * without touching the job that is measured.
 */
public final class Tap implements MetricReporter, MetricReporterFactory {

  private static final String OPERATOR_NAME = "<operator_name>";
  private static final String SOURCE = "Source: ";
  private static final List<Counter> READ = new CopyOnWriteArrayList<>();

  /** For Flink. */
  public Tap() {}

  /** Forgets what was counted before. */
  static void reset() {
    READ.clear();
  }

  /** Records that the sources have read since the reset. */
  static long read() {
    long sum = 0;
    for (Counter counter : READ) {
      sum += counter.getCount();
    }
    return sum;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (name.equals("numRecordsIn")
        && metric instanceof Counter counter
        && group.getAllVariables().getOrDefault(OPERATOR_NAME, "").startsWith(SOURCE)) {
      READ.add(counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // What was read stays read.
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void open(MetricConfig config) {
    // Has no configuration.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
