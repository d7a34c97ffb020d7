package dev.weir.train.report;

import dev.weir.feature.DistinctSketch;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.ScoredWindow;

/** Sums over windows that have something in common, all against the anomalous ones. Mutable. */
final class TrafficShare {

  private final DistinctSketch sources = new DistinctSketch();
  private long flows;
  private long suspiciousFlows;
  private double bytesIn;
  private double bytesOut;
  private long windows;
  private long anomalous;

  void add(ScoredWindow window) {
    FeatureVector vector = window.vector();
    boolean strange = window.label() == ScoredWindow.ANOMALOUS;
    addFlows((long) vector.value(Feature.FLOW_COUNT), strange);
    bytesIn += orZero(vector.value(Feature.BYTES_IN));
    bytesOut += orZero(vector.value(Feature.BYTES_OUT));
    windows++;
    anomalous += strange ? 1 : 0;
    SourceKey source = vector.source();
    sources.add(DistinctSketch.hash(source.scope() + '|' + source.address()));
  }

  /** Of a part of a window: its flows alone. */
  void addFlows(long count, boolean strange) {
    flows += count;
    suspiciousFlows += strange ? count : 0;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  long flows() {
    return flows;
  }

  long suspiciousFlows() {
    return suspiciousFlows;
  }

  double bytesIn() {
    return bytesIn;
  }

  double bytesOut() {
    return bytesOut;
  }

  long windows() {
    return windows;
  }

  long anomalous() {
    return anomalous;
  }

  long sources() {
    return sources.estimate();
  }
}
