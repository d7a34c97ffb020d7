package dev.weir.finding;

import dev.weir.feature.Evidence;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.model.ScoredWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A source's window in the making: unusual for its label only, until a test says more. */
final class Case {

  static final String INSIDE = "10.0.0.7";
  static final String OUTSIDE = "31.7.8.9";
  static final long START = 1_714_086_000_000L;
  static final long MINUTE = 60_000;

  private final double[] values = new double[Feature.COUNT];
  private final List<TargetCount> targets = new ArrayList<>();
  private final String source;
  private String country = "";
  private int label = ScoredWindow.ANOMALOUS;
  private double score = 0.5;
  private boolean alerting;
  private boolean early;
  private long flows;
  private long failedAddresses;
  private long failedPorts;
  private Map<Integer, Long> tries = Map.of();

  private Case(String source) {
    this.source = source;
    Arrays.fill(values, Double.NaN);
    with(Feature.FLOW_COUNT, 20).with(Feature.RULE_HITS, 0);
  }

  static Case from(String source) {
    return new Case(source);
  }

  Case with(Feature feature, double value) {
    values[feature.ordinal()] = value;
    return this;
  }

  /** Adds a target; flows and bytes of the window are those of its targets and more. */
  Case to(String address, int port, long count, long bytesIn, long bytesOut) {
    targets.add(new TargetCount(new TargetKey(address, port), count, count, bytesIn, bytesOut, 0));
    flows += count;
    with(Feature.FLOW_COUNT, Math.max(flows, values[Feature.FLOW_COUNT.ordinal()]));
    with(Feature.BYTES_IN, sum(Feature.BYTES_IN, bytesIn));
    return with(Feature.BYTES_OUT, sum(Feature.BYTES_OUT, bytesOut));
  }

  private double sum(Feature feature, long more) {
    double known = values[feature.ordinal()];
    return more + (Double.isNaN(known) ? 0 : known);
  }

  /** First contacts of private addresses that failed. */
  Case failing(long addresses, long ports) {
    failedAddresses = addresses;
    failedPorts = ports;
    return this;
  }

  Case country(String code) {
    country = code;
    return this;
  }

  Case normal() {
    label = ScoredWindow.NORMAL;
    return this;
  }

  Case early() {
    early = true;
    return this;
  }

  Case score(double value, boolean isAlerting) {
    score = value;
    alerting = isAlerting;
    return this;
  }

  ScoredWindow window() {
    FeatureVector vector =
        new FeatureVector(
            new SourceKey("", source), START, START + MINUTE, country, values.clone());
    return new ScoredWindow(
        new SourceView(vector, evidence(), START, START + MINUTE - 1, early),
        score,
        label,
        alerting,
        "m");
  }

  private Evidence evidence() {
    List<TargetCount> sorted = new ArrayList<>(targets);
    sorted.sort(Comparator.comparingLong(TargetCount::flows).reversed());
    return new Evidence(
        sorted,
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        failedAddresses,
        failedPorts,
        tries(22),
        tries(3389));
  }

  /** Small flows to ports where one logs in; without this those of targets with small ones. */
  Case trying(Map<Integer, Long> byPort) {
    tries = byPort;
    return this;
  }

  private long tries(int port) {
    if (!tries.isEmpty()) {
      return tries.getOrDefault(port, 0L);
    }
    return targets.stream()
        .filter(count -> count.target().port() == port)
        .filter(count -> count.bytesIn() + count.bytesOut() <= 10_000 * count.flows())
        .mapToLong(TargetCount::flows)
        .sum();
  }

  SourceCase sourceCase() {
    return new SourceCase(window(), evidence(), early, 0);
  }

  Optional<Detection> judgedBy(Detector detector) {
    return detector.judge(window());
  }

  /** What opens an incident, primary first; nothing where nothing does. */
  List<String> opens(Detector detector) {
    return judgedBy(detector).filter(Detection::opens).stream()
        .flatMap(found -> Stream.concat(Stream.of(found.finding()), found.also().stream()))
        .toList();
  }
}
