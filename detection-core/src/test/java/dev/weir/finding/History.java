package dev.weir.finding;

import dev.weir.feature.Feature;
import dev.weir.feature.TargetKey;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Frequencies;
import dev.weir.model.Histogram;
import dev.weir.model.Model;
import dev.weir.model.Models;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.TargetBaseline.Peak;
import dev.weir.network.Network;
import dev.weir.network.NetworkOptions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A history written by hand: features have the 99.9th percentiles of a small office, targets the
 * peaks that a test gives them.
 */
final class History implements TargetHistory {

  private static final Map<Feature, Double> OFFICE =
      new EnumMap<>(
          Map.of(
              Feature.FLOW_COUNT, 100.0,
              Feature.BYTES_IN, 20e6,
              Feature.BYTES_OUT, 50e6,
              Feature.DISTINCT_DST_IPS, 40.0,
              Feature.DISTINCT_DST_PORTS, 6.0,
              Feature.RULE_HITS, 2.0));

  private final Map<TargetKey, Peak> peaks = new HashMap<>();
  private final Set<TargetKey> known = new HashSet<>();
  private final Map<Feature, Double> p999 = new EnumMap<>(OFFICE);
  private final TreeMap<Integer, Long> ports =
      new TreeMap<>(Map.of(443, 900_000L, 22, 1_000L, 3389, 900L));
  private final TreeMap<String, Long> countries = new TreeMap<>(Map.of("DE", 90_000L, "NZ", 20L));
  private Network network = Network.DEFAULT;

  History peak(String address, int port, long flows, long bytesIn, long sources) {
    peaks.put(new TargetKey(address, port), new Peak(flows, bytesIn, sources));
    return this;
  }

  History knows(String address, int port) {
    known.add(new TargetKey(address, port));
    return this;
  }

  History p999(Feature feature, double value) {
    p999.put(feature, value);
    return this;
  }

  History withoutCountries() {
    countries.clear();
    return this;
  }

  History network(NetworkOptions options) {
    network = options.network();
    return this;
  }

  @Override
  public Peak peak(TargetKey target) {
    return peaks.getOrDefault(target, usualPeak());
  }

  @Override
  public Peak usualPeak() {
    return new Peak(50, 5_000_000, 20);
  }

  @Override
  public Peak ownPeak(TargetKey target) {
    return peaks.getOrDefault(target, new Peak(0, 0, 0));
  }

  @Override
  public boolean isKnown(TargetKey target) {
    return known.contains(target);
  }

  /** The history as a model, whose hundred training scores are 1 to 100 in 128ths. */
  Model model() {
    Model small = Models.small();
    Segment segment = small.segment();
    return new Model(
        "m",
        small.window(),
        small.settings(),
        small.network(),
        small.transform(),
        new Segment(
            Segment.ALL,
            segment.forest(),
            segment.labelThreshold(),
            segment.alertThreshold(),
            segment.scores(),
            Arrays.stream(Feature.values()).map(this::baseline).toList()),
        new Frequencies(ports, countries),
        small.targets(),
        small.statistics());
  }

  private FeatureBaseline baseline(Feature feature) {
    double[] values = p999.containsKey(feature) ? new double[] {p999.get(feature)} : new double[0];
    return new FeatureBaseline(
        feature, 0, 0, Quantiles.ofSorted(values), Histogram.ofSorted(values));
  }

  Baseline baseline() {
    Model model = model();
    return new Baseline(model.segment(), model.frequencies(), this, new Places(network));
  }

  Detector detector(String... options) {
    FindingOptions all = FindingOptions.of(options);
    return Detector.of(model(), this, all, all.alert().reputation(), network);
  }
}
