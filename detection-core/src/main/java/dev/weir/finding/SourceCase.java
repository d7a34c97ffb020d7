package dev.weir.finding;

import dev.weir.feature.Evidence;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.model.ScoredWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** All that is known of a source's window when it is judged. For one thread. */
final class SourceCase {

  private final ScoredWindow window;
  private final Evidence evidence;
  private final boolean early;
  private final long minFlows;

  /** Null until somebody asks: of most windows nobody does. */
  private List<TargetCount> targets;

  /**
   * A window.
   *
   * @param early whether it is still open: counts can only grow
   * @param minFlows below it flows are too few to be judged by their number
   */
  SourceCase(ScoredWindow window, Evidence evidence, boolean early, long minFlows) {
    this.window = window;
    this.evidence = evidence;
    this.early = early;
    this.minFlows = minFlows;
  }

  ScoredWindow window() {
    return window;
  }

  boolean early() {
    return early;
  }

  FeatureVector vector() {
    return window.vector();
  }

  SourceKey source() {
    return vector().source();
  }

  boolean isAnomalous() {
    return window.label() == ScoredWindow.ANOMALOUS;
  }

  /** Exact counts of its targets, of many a sample, most flows first. */
  List<TargetCount> targets() {
    if (targets == null) {
      targets = evidence.targets();
    }
    return targets;
  }

  /** Private addresses that a first contact of this source failed at. */
  long failedAddresses() {
    return evidence.failedAddresses();
  }

  /**
   * Flows to a port where one logs in, at all servers, that are known to be too small for work that
   * is done.
   */
  long loginTries(int port) {
    return evidence.loginTries(port);
  }

  /** Ports that its first contacts failed at. */
  long failedPorts() {
    return evidence.failedPorts();
  }

  /** The raw value of a feature; NaN where absent. */
  double value(Feature feature) {
    return vector().value(feature);
  }

  /** The same, with 0 where absent: for what must exceed a limit to count. */
  double known(Feature feature) {
    double value = value(feature);
    return Double.isNaN(value) ? 0 : value;
  }

  /** How long the whole window is, in milliseconds. */
  long millis() {
    return vector().windowEnd() - vector().windowStart();
  }

  long flows() {
    return (long) known(Feature.FLOW_COUNT);
  }

  /** Whether there are as many flows as {@code --alert.min-flows} asks for. */
  boolean hasEnoughFlows() {
    return flows() >= minFlows;
  }

  /** Bytes both ways per flow; 0 where no record gives any. */
  double bytesPerFlow() {
    return (known(Feature.BYTES_IN) + known(Feature.BYTES_OUT)) / Math.max(1, flows());
  }

  /** Whether any record gives bytes. */
  boolean weighsBytes() {
    return !Double.isNaN(value(Feature.BYTES_IN)) || !Double.isNaN(value(Feature.BYTES_OUT));
  }

  /** As the vector names it, else where most flows come from; or empty. */
  String country() {
    if (!vector().country().isEmpty()) {
      return vector().country();
    }
    return evidence.countries().entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The target with most of something, the first of equals by address and port; null of none. */
  TargetCount most(ToLongFunction<TargetCount> of) {
    return most(of, target -> true);
  }

  /** The same among some of its targets. */
  TargetCount most(ToLongFunction<TargetCount> of, Predicate<TargetCount> among) {
    return targets().stream()
        .filter(among)
        .max(
            Comparator.comparingLong(of)
                .thenComparing(count -> count.target().address(), Comparator.reverseOrder())
                .thenComparing(count -> count.target().port(), Comparator.reverseOrder()))
        .orElse(null);
  }

  /** Where most flows go; null where no flow says. */
  TargetKey mainTarget() {
    return mainTarget(target -> true);
  }

  /** The same among those of its targets that show what was found, or all where none does. */
  TargetKey mainTarget(Predicate<TargetCount> showing) {
    TargetCount shows = most(TargetCount::flows, showing);
    TargetCount most = shows == null ? most(TargetCount::flows) : shows;
    return most == null ? null : most.target();
  }
}
