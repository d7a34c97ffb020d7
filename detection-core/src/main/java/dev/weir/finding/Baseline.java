package dev.weir.finding;

import dev.weir.feature.Feature;
import dev.weir.model.Frequencies;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import java.util.Arrays;

/** What is normal here: all of a model, and of the network, that conditions may ask for. */
final class Baseline {

  private final double[] p999;
  private final double[] p99;
  private final Frequencies frequencies;
  private final long portFlows;
  private final long countryFlows;
  private final TargetHistory targets;
  private final Places places;

  Baseline(Segment segment, Frequencies frequencies, TargetHistory targets, Places places) {
    p999 = quantiles(segment, 0.999);
    p99 = quantiles(segment, 0.99);
    this.frequencies = frequencies;
    this.portFlows = frequencies.ports().values().stream().mapToLong(Long::longValue).sum();
    this.countryFlows = frequencies.countries().values().stream().mapToLong(Long::longValue).sum();
    this.targets = targets;
    this.places = places;
  }

  private static double[] quantiles(Segment segment, double probability) {
    return Arrays.stream(Feature.values())
        .map(feature -> segment.baseline(feature).raw())
        .mapToDouble(raw -> orZero(raw, probability))
        .toArray();
  }

  /** A feature that training never met has no normal to exceed: the floors of findings decide. */
  private static double orZero(Quantiles raw, double probability) {
    double value = raw.at(probability);
    return Double.isNaN(value) ? 0 : value;
  }

  /** What 99.9 % of the training windows do not exceed; 0 where none had the feature. */
  double p999(Feature feature) {
    return p999[feature.ordinal()];
  }

  /** What 99 % of the training windows do not exceed; 0 where none had the feature. */
  double p99(Feature feature) {
    return p99[feature.ordinal()];
  }

  /** Share of the history's flows that went to a port; NaN where the history has no ports. */
  double portShare(int port) {
    return share(frequencies.ports().getOrDefault(port, 0L), portFlows);
  }

  /** Share of the history's flows from a country; NaN where the history has no countries. */
  double countryShare(String country) {
    return share(frequencies.countries().getOrDefault(country, 0L), countryFlows);
  }

  /** Flows of the history whose country is known. */
  long countryFlows() {
    return countryFlows;
  }

  private static double share(long flows, long all) {
    return all == 0 ? Double.NaN : (double) flows / all;
  }

  TargetHistory targets() {
    return targets;
  }

  Places places() {
    return places;
  }
}
