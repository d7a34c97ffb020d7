package dev.weir.train.report;

import dev.weir.explain.Explainer;
import dev.weir.feature.DistinctSketch;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.ScoredWindow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of anomalous windows; of very many those whose strangest window is strangest. */
final class SourceTable {

  private static final int KEPT = 10_000;

  /** A window most of whose flows are short. */
  private static final double MOSTLY_SHORT = 0.5;

  /** A share of fewer flows is chance. */
  private static final int MIN_FLOWS = 5;

  /** Repeats begin here. */
  private static final int REPEATED = 2;

  /** Sent at least so many times of what came back: e squared. */
  private static final double MUCH_SENT = 2;

  private static final Comparator<Tally> BY_SCORE =
      Comparator.comparingDouble((Tally tally) -> -tally.worst.score());

  private Map<SourceKey, Tally> tallies = new HashMap<>();
  private final DistinctSketch sources = new DistinctSketch();

  void add(ScoredWindow window) {
    if (window.label() != ScoredWindow.ANOMALOUS) {
      return;
    }
    SourceKey source = window.vector().source();
    sources.add(DistinctSketch.hash(source.scope() + '|' + source.address()));
    tallies.computeIfAbsent(source, unused -> new Tally()).add(window);
    if (tallies.size() == 2 * KEPT) {
      tallies =
          sorted(BY_SCORE)
              .limit(KEPT)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private Stream<Map.Entry<SourceKey, Tally>> sorted(Comparator<Tally> order) {
    return tallies.entrySet().stream()
        .sorted(
            Map.Entry.<SourceKey, Tally>comparingByValue(order).thenComparing(Map.Entry::getKey));
  }

  /** How many sources have an anomalous window; estimated where many. */
  long size() {
    return sources.estimate();
  }

  /** The strangest, with reasons. */
  List<Row> strangest(int most, Explainer explainer) {
    return sorted(BY_SCORE)
        .limit(most)
        .map(entry -> entry.getValue().row(entry.getKey(), Reasons.of(explainer, worst(entry))))
        .toList();
  }

  private static ScoredWindow worst(Map.Entry<SourceKey, Tally> entry) {
    return entry.getValue().worst;
  }

  /** Those that came again and again with short sessions. */
  List<Row> offenders(int most) {
    return sorted(Comparator.comparingLong((Tally tally) -> -tally.shortWindows))
        .filter(entry -> entry.getValue().shortWindows >= REPEATED)
        .limit(most)
        .map(entry -> entry.getValue().row(entry.getKey(), List.of()))
        .toList();
  }

  /** Those that sent much and got little back in anomalous windows, by how much. */
  List<Row> senders(int most) {
    return sorted(Comparator.comparingDouble((Tally tally) -> -tally.oneSided))
        .filter(entry -> entry.getValue().oneSided > 0)
        .limit(most)
        .map(entry -> entry.getValue().row(entry.getKey(), List.of()))
        .toList();
  }

  /**
   * One source.
   *
   * @param anomalousWindows of it; its other windows are not among these sums
   * @param shortSessionWindows those of them in which half of at least five flows were short
   * @param oneSidedBytes sent in those of them that sent seven times of what came back, or more
   * @param worstStart of its strangest window
   */
  record Row(
      String scope,
      String address,
      String country,
      long anomalousWindows,
      long alertingWindows,
      double maxScore,
      long flows,
      double bytesIn,
      double bytesOut,
      long shortSessionWindows,
      double oneSidedBytes,
      String first,
      String last,
      String worstStart,
      List<Reasons> reasons) {}

  /** Sums over a source's anomalous windows. */
  private static final class Tally {
    private ScoredWindow worst;
    private long anomalous;
    private long alerting;
    private long flows;
    private double bytesIn;
    private double bytesOut;
    private long shortWindows;
    private double oneSided;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(ScoredWindow scored) {
      FeatureVector vector = scored.vector();
      if (worst == null || scored.score() > worst.score()) {
        // Without its evidence, which is big.
        worst =
            new ScoredWindow(
                vector, scored.score(), scored.label(), scored.alerting(), scored.modelId());
      }
      anomalous++;
      alerting += scored.alerting() ? 1 : 0;
      double count = vector.value(Feature.FLOW_COUNT);
      flows += (long) count;
      bytesIn += orZero(vector.value(Feature.BYTES_IN));
      bytesOut += orZero(vector.value(Feature.BYTES_OUT));
      boolean isShort = vector.value(Feature.SHORT_FLOW_SHARE) >= MOSTLY_SHORT;
      shortWindows += isShort && count >= MIN_FLOWS ? 1 : 0;
      if (vector.value(Feature.BYTES_IN_OUT_LOG_RATIO) >= MUCH_SENT) {
        oneSided += orZero(vector.value(Feature.BYTES_IN));
      }
      first = Math.min(first, vector.windowStart());
      last = Math.max(last, vector.windowEnd());
    }

    private static double orZero(double value) {
      return Double.isNaN(value) ? 0 : value;
    }

    Row row(SourceKey source, List<Reasons> reasons) {
      return new Row(
          source.scope(),
          source.address(),
          worst.vector().country(),
          anomalous,
          alerting,
          worst.score(),
          flows,
          bytesIn,
          bytesOut,
          shortWindows,
          oneSided,
          Instant.ofEpochMilli(first).toString(),
          Instant.ofEpochMilli(last).toString(),
          Instant.ofEpochMilli(worst.vector().windowStart()).toString(),
          reasons);
    }
  }
}
