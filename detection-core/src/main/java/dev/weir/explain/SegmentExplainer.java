package dev.weir.explain;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.Attributor;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says why a segment's forest finds a window strange: which families of features shorten its path,
 * by how much, and what single change would make it normal. Immutable.
 */
final class SegmentExplainer {

  /** One less than fit, so that a finding can lead with a measure of its own. */
  static final int MAX_REASONS = Explanation.MAX_REASONS - 1;

  /** What adds less than this share of what the strongest family does is no reason. */
  private static final double WEAK = 0.1;

  /** A feature that adds this share of what its family's strongest does may speak for it. */
  private static final double TELLING = 0.5;

  private final Model model;
  private final Attributor attributor;
  private final FeatureSentences sentences;
  private final CounterSearch counter;

  SegmentExplainer(Model model, Segment segment) {
    this.model = model;
    attributor = segment.forest().attributor();
    sentences = new FeatureSentences(model, segment);
    counter = new CounterSearch(model, segment, sentences);
  }

  /**
   * The explanation of a window that the same model scored.
   *
   * @param score the model's
   * @param open whether the window still fills, and holds what it does so far
   */
  Explanation explain(FeatureVector window, double score, boolean open) {
    Map<Feature, Double> contributions = contributions(window);
    return new Explanation(
        reasons(window, contributions, open), counter.of(window, score, shortening(contributions)));
  }

  private static Set<Feature> shortening(Map<Feature, Double> contributions) {
    return contributions.keySet().stream()
        .filter(feature -> contributions.get(feature) > 0)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
  }

  /**
   * Families that are outside of the normal range; only where there is none, those within it: a
   * window may be strange in its combination alone.
   */
  private List<Reason> reasons(
      FeatureVector vector, Map<Feature, Double> contributions, boolean open) {
    List<Cause> causes = causes(vector, contributions);
    List<Cause> strange = causes.stream().filter(cause -> !cause.normal()).toList();
    return (strange.isEmpty() ? causes : strange)
        .stream()
            .limit(MAX_REASONS)
            .map(cause -> sentences.reason(cause.feature(), vector, cause.contribution(), open))
            .toList();
  }

  /** Strongest first. */
  private List<Cause> causes(FeatureVector vector, Map<Feature, Double> contributions) {
    List<Cause> causes = new ArrayList<>();
    for (FeatureFamily family : FeatureFamily.values()) {
      double sum =
          family.features().stream().mapToDouble(f -> contributions.getOrDefault(f, 0.0)).sum();
      if (sum > 0) {
        causes.add(cause(family, sum, contributions, vector));
      }
    }
    causes.sort(Comparator.comparingDouble(Cause::contribution).reversed());
    return causes.stream()
        .filter(cause -> cause.contribution() >= WEAK * causes.get(0).contribution())
        .toList();
  }

  /** By how much each feature that the forest sees shortens the mean path. */
  private Map<Feature, Double> contributions(FeatureVector vector) {
    double[] steps = attributor.of(model.transform().apply(vector)).steps();
    Map<Feature, Double> contributions = new EnumMap<>(Feature.class);
    for (int i = 0; i < steps.length; i++) {
      contributions.put(model.transform().features().get(i), -steps[i]);
    }
    return contributions;
  }

  private Cause cause(
      FeatureFamily family, double sum, Map<Feature, Double> contributions, FeatureVector vector) {
    List<Feature> shortening =
        family.features().stream().filter(f -> contributions.getOrDefault(f, 0.0) > 0).toList();
    List<Feature> strange =
        shortening.stream().filter(feature -> !sentences.isNormal(feature, vector)).toList();
    List<Feature> candidates = strange.isEmpty() ? shortening : strange;
    double most = candidates.stream().mapToDouble(contributions::get).max().orElseThrow();
    Feature telling =
        candidates.stream()
            .filter(feature -> contributions.get(feature) >= TELLING * most)
            .findFirst()
            .orElseThrow();
    return new Cause(telling, sum, strange.isEmpty());
  }

  /**
   * Why a window may be strange.
   *
   * @param feature speaks for its family
   * @param contribution of the family, in steps
   * @param normal whether the feature's value is normal by itself
   */
  private record Cause(Feature feature, double contribution, boolean normal) {}
}
