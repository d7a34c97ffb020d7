package dev.weir.explain;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Model;
import dev.weir.model.Quantiles;
import dev.weir.model.ScoreCurve;
import dev.weir.model.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Searches for the smallest change of one feature that would bring a window's score to the label
 * threshold or below.
 *
 * <p>Only a feature that speaks for strangeness changes, and towards the median: whatever else
 * would tip the balance tells nobody anything. One raw value changes, within the range that
 * training knew; the raw values of all other features stay, also of those that could not stay in
 * real traffic, such as the ratio of bytes when bytes change. Columns that are scaled by the
 * changed one move with it. Changes are compared as the forest sees them, in standard deviations of
 * the training windows. The curve of the score is that of the forest's own thresholds, so nothing
 * between two tries is missed.
 */
final class CounterSearch {

  private final Model model;
  private final Segment segment;
  private final ScoreCurve curve;
  private final FeatureSentences sentences;

  CounterSearch(Model model, Segment segment, FeatureSentences sentences) {
    this.model = model;
    this.segment = segment;
    this.sentences = sentences;
    curve = new ScoreCurve(model.transform(), segment.forest());
  }

  /**
   * The smallest change; null where none would do, or none is needed.
   *
   * @param score of the window as it is
   * @param features that may change
   */
  CounterEvidence of(FeatureVector window, double score, Set<Feature> features) {
    if (isNormal(score)) {
      return null;
    }
    List<Way> ways = new ArrayList<>();
    for (Feature feature : features) {
      ways.addAll(ways(feature, window));
    }
    ways.sort(Comparator.comparingDouble(Way::distance));
    return ways.stream()
        .map(way -> evidence(way, window))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private boolean isNormal(double score) {
    return score <= segment.labelThreshold();
  }

  /** The ranges of normal values on the median's side. */
  private List<Way> ways(Feature feature, FeatureVector vector) {
    double value = vector.value(feature);
    FeatureBaseline baseline = segment.baseline(feature);
    Quantiles raw = baseline.raw();
    double deviation = baseline.scaled().deviation();
    if (Double.isNaN(model.transform().scale(feature, vector)) || !(deviation > 0)) {
      return List.of();
    }
    boolean down = value > raw.median();
    double from = down ? raw.min() : Math.max(value, raw.min());
    double to = down ? Math.min(value, Math.nextUp(raw.max())) : Math.nextUp(raw.max());
    List<Way> ways = new ArrayList<>();
    for (NormalRange range : ranges(feature, vector, from, to)) {
      double edge = down ? Math.nextDown(range.to()) : range.from();
      double change =
          model.transform().scale(feature, vector.with(feature, edge))
              - model.transform().scale(feature, vector);
      ways.add(new Way(feature, range, Math.abs(change) / deviation));
    }
    return ways;
  }

  /** The ranges of raw values over which the window would be normal. */
  private List<NormalRange> ranges(Feature feature, FeatureVector vector, double from, double to) {
    List<NormalRange> ranges = new ArrayList<>();
    double start = Double.NaN;
    for (ScoreCurve.Piece piece : curve.of(vector, feature, from, to)) {
      if (!isNormal(piece.score())) {
        start = Double.NaN;
        continue;
      }
      if (Double.isNaN(start)) {
        start = piece.from();
      } else {
        ranges.remove(ranges.size() - 1);
      }
      ranges.add(new NormalRange(start, piece.to()));
    }
    return ranges;
  }

  /** Null where no value in the range can be told, or none turns out to be normal. */
  private CounterEvidence evidence(Way way, FeatureVector vector) {
    Feature feature = way.feature();
    double value = vector.value(feature);
    double normalAt = way.range().roundNear(value, isWhole(feature));
    if (Double.isNaN(normalAt)) {
      return null;
    }
    double score = model.score(vector.with(feature, normalAt)).score();
    if (!isNormal(score)) {
      return null;
    }
    return new CounterEvidence(feature, value, normalAt, score, text(way, value, normalAt));
  }

  private String text(Way way, double value, double normalAt) {
    double median = segment.baseline(way.feature()).raw().median();
    boolean onward = way.range().holds(median);
    return CounterText.of(
        sentences.phrase(way.feature(), normalAt), normalAt, onward, normalAt < value);
  }

  private static boolean isWhole(Feature feature) {
    return switch (feature.unit()) {
      case COUNT -> true;
      case BYTES -> feature != Feature.AVG_PACKET_SIZE;
      case BYTES_PER_SECOND, SECONDS, SHARE, PLAIN -> false;
    };
  }

  /**
   * A change that may do.
   *
   * @param distance to the range's edge, in standard deviations
   */
  private record Way(Feature feature, NormalRange range, double distance) {}
}
