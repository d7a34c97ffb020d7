package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.flow.Truth;
import dev.weir.model.TrainingStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Says in words where a history does not carry what its model claims. */
final class TrainingWarnings {

  /** Below so many windows a model is a guess. */
  private static final long FEW_WINDOWS = 1_000;

  private TrainingWarnings() {}

  /**
   * All that hold, each a sentence's worth.
   *
   * @param of what the model was trained on
   * @param sample that it was fitted to
   * @param forest features that the forest sees
   */
  static List<String> of(TrainingStatistics of, List<FeatureVector> sample, List<Feature> forest) {
    return Stream.of(
            lateFlows(of.lateFlows(), of.flows()),
            fewWindows(of.windows()),
            oneSource(sample),
            attacksDominate(sample),
            observedRate(of.contamination(), of.observedRate(), of.sampledWindows()),
            fewFeatures(forest.size(), of.droppedFeatures().size()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Null where there are none. */
  static String lateFlows(long late, long flows) {
    return late == 0
        ? null
        : text(
            "%,d of %,d flows are out of order beyond --max-disorder and were left out as late",
            late, flows);
  }

  /** Null where there are enough. */
  static String fewWindows(long windows) {
    return windows >= FEW_WINDOWS
        ? null
        : text(
            "the history gives %,d windows only; below %,d a model is a guess",
            windows, FEW_WINDOWS);
  }

  /** Null where no source gives more than half of the windows. */
  static String oneSource(List<FeatureVector> sample) {
    Map<SourceKey, Integer> windows = new HashMap<>();
    sample.forEach(vector -> windows.merge(vector.source(), 1, Integer::sum));
    return windows.entrySet().stream()
        .filter(each -> each.getValue() > sample.size() / 2)
        .findFirst()
        .map(
            each ->
                text(
                    "%s alone gives %,d of %,d windows, so that the model knows little of other"
                        + " sources; add history in which there are more",
                    each.getKey().address(), each.getValue(), sample.size()))
        .orElse(null);
  }

  /** Null where labels are missing, or fewer than half of the labelled windows hold attacks. */
  static String attacksDominate(List<FeatureVector> sample) {
    long attacks = count(sample, Truth.ANOMALOUS);
    long known = attacks + count(sample, Truth.NORMAL);
    return attacks == 0 || 2 * attacks < known
        ? null
        : text(
            "%,d of %,d labelled windows hold attacks: a forest learns what is frequent, so that"
                + " this one takes attacks for normal and the rest for strange; train on clean"
                + " history",
            attacks, known);
  }

  private static long count(List<FeatureVector> sample, Truth truth) {
    return sample.stream().filter(vector -> vector.truth() == truth).count();
  }

  /**
   * Null where as many windows are labelled as were to be, or nearly.
   *
   * @param asked share of the windows
   * @param observed share of the windows
   */
  static String observedRate(double asked, double observed, long windows) {
    long wanted = windows - (long) Math.ceil((1 - asked) * windows);
    long labelled = Math.round(observed * windows);
    return Math.abs(wanted - labelled) <= Math.max(1, wanted / 10)
        ? null
        : text(
            "%.2f %% of the windows are labelled anomalous, where %.2f %% were asked for: many"
                + " windows have the same score; more --features tell them apart",
            100 * observed, 100 * asked);
  }

  /** Null where a third of the features that were to be seen, or more, are. */
  static String fewFeatures(int seen, int dropped) {
    return 3 * seen >= seen + dropped
        ? null
        : text(
            "only %d of %d features vary in this history, so that the forest knows little of a"
                + " source; the others are constant or missing",
            seen, seen + dropped);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
