package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.flow.UserException;
import dev.weir.model.AlertRate;
import dev.weir.model.Forest;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.Segmentation;
import dev.weir.model.Segments;
import dev.weir.model.Transform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits segments to a sample of vectors: forests, thresholds, baselines. */
final class Fitter {

  private final FitOptions options;
  private final List<FeatureVector> sample;
  private final Transform transform;
  private final Segmentation by;
  private final AlertBudget budget;
  private final SeededForests grower;
  private final List<String> warnings = new ArrayList<>();
  private final List<JudgedScores> alerting = new ArrayList<>();
  private final double[] normal;
  private int normals;

  Fitter(
      FitOptions options,
      List<FeatureVector> sample,
      List<Feature> features,
      Segmentation by,
      AlertBudget budget) {
    if (sample.size() < 2) {
      throw new UserException(
          "the history fills "
              + sample.size()
              + " window(s) of one source; a model needs two at least: use a longer history or a"
              + " shorter --window");
    }
    this.options = options;
    this.sample = sample;
    this.transform = new Transform(features, options.logScale());
    this.by = options.segments() ? by : Segmentation.NONE;
    this.budget = budget;
    this.grower = new SeededForests(options, features.size());
    this.normal = new double[sample.size()];
  }

  Transform transform() {
    return transform;
  }

  /** Grows, scores and describes. */
  Fit fit() {
    double[][] rows = sample.stream().map(transform::apply).toArray(double[][]::new);
    HeldOut heldOut = new HeldOut(sample, rows, grower);
    List<Segment> segments = new ArrayList<>();
    for (Part part : Part.of(sample, by)) {
      segments.add(segment(part, rows, heldOut, segments.isEmpty() ? null : segments.get(0)));
    }
    Arrays.sort(normal, 0, normals);
    AlertRate alerts = budget.rate(alerting, options.seed());
    budget.warning(alerts).ifPresent(warnings::add);
    Quantiles normalScores = Quantiles.ofSorted(Arrays.copyOf(normal, normals));
    return new Fit(
        new Segments(segments.size() == 1 ? Segmentation.NONE : by, segments, normalScores),
        (double) (sample.size() - normals) / sample.size(),
        alerts,
        warnings);
  }

  /**
   * What fitting gives.
   *
   * @param observedRate share of the sample that is labelled anomalous
   * @param alerts how many windows a day alert
   * @param warnings in words, each a sentence's worth
   */
  record Fit(Segments segments, double observedRate, AlertRate alerts, List<String> warnings) {}

  private Segment segment(Part part, double[][] rows, HeldOut heldOut, Segment all) {
    Growth growth = growth(part);
    Forest forest =
        part.hasForest()
            ? grower.grow(Part.select(rows, growth.windows()), growth.seed())
            : all.forest();
    double[] scores = forest.score(Part.select(rows, part.windows()));
    // A segment that judges nothing of the history has nothing to hold out.
    boolean holdsOut = budget.isTold() && part.judged().length > 0;
    double[] unseen = holdsOut ? heldOut.scores(growth, forest, part.windows()) : scores;
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double label = Quantiles.nearestRank(sorted, 1 - options.contamination());
    double alert = Math.min(1, Math.max(label, budget.threshold(unseen)));
    note(part, scores, unseen, label, alert);
    return new Segment(
        part.name(),
        forest,
        label,
        alert,
        Quantiles.ofSorted(sorted),
        Baselines.of(Arrays.stream(part.windows()).mapToObj(sample::get).toList(), transform));
  }

  /**
   * How a forest grows.
   *
   * @param windows that it is grown from, places in the sample
   * @param seed of its draws
   */
  record Growth(int[] windows, long seed) {}

  /** How the forest grows that a part is scored by. */
  private Growth growth(Part part) {
    SourceCap cap = new SourceCap(sample, part);
    cap.warning().ifPresent(warnings::add);
    if (part.hasForest()) {
      return new Growth(cap.windows(), part.seed(options.seed()));
    }
    Part all = Part.all(sample.size());
    return new Growth(new SourceCap(sample, all).windows(), all.seed(options.seed()));
  }

  /** Remembers of the windows that the segment judges which are normal, and how many alert. */
  private void note(Part part, double[] scores, double[] unseen, double label, double alert) {
    double[] held = new double[part.judged().length];
    long[] starts = new long[held.length];
    int next = 0;
    for (int i = 0; i < scores.length && next < held.length; i++) {
      if (part.windows()[i] == part.judged()[next]) {
        held[next] = unseen[i];
        starts[next++] = sample.get(part.windows()[i]).windowStart();
        if (scores[i] <= label) {
          normal[normals++] = scores[i];
        }
      }
    }
    alerting.add(JudgedScores.of(held, starts, alert));
  }
}
