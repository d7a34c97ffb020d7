package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a busy source from being most of what a forest takes for normal: of {@value #SOURCES}
 * sources or more, none gives more than a hundredth of the windows that trees are grown from.
 * Thresholds and baselines are of all windows: they are rates.
 */
final class SourceCap {

  private static final int SOURCES = 1_000;
  private static final double MOST = 0.01;

  /** From where on a person should know, where there are too few sources for a cap. */
  private static final double TELLING = 0.1;

  private final List<FeatureVector> sample;
  private final Part part;
  private final Map<SourceKey, Integer> counts = new HashMap<>();

  SourceCap(List<FeatureVector> sample, Part part) {
    this.sample = sample;
    this.part = part;
    for (int i : part.windows()) {
      counts.merge(sample.get(i).source(), 1, Integer::sum);
    }
  }

  /** The windows to grow trees from: of a source with too many, some from all of its time. */
  int[] windows() {
    int most = (int) Math.ceil(MOST * part.windows().length);
    if (counts.size() < SOURCES) {
      return part.windows();
    }
    Map<SourceKey, Integer> seen = new HashMap<>();
    return Arrays.stream(part.windows())
        .filter(
            i -> {
              SourceKey source = sample.get(i).source();
              int all = counts.get(source);
              long before = seen.merge(source, 1, Integer::sum) - 1L;
              return all <= most || (before + 1) * most / all > before * most / all;
            })
        .toArray();
  }

  /** What the user should know of a source that has most of the say. */
  Optional<String> warning() {
    Map.Entry<SourceKey, Integer> busiest =
        counts.entrySet().stream()
            .max(Map.Entry.<SourceKey, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .orElseThrow();
    double share = (double) busiest.getValue() / part.windows().length;
    if (counts.size() >= SOURCES || share <= TELLING || counts.size() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            "%s gives %.0f %% of the windows of %s, whose sources, %,d, are too few to limit it;"
                + " what it does counts as normal there",
            busiest.getKey().address(),
            100 * share,
            part.isAll() ? "the history" : "segment " + part.name(),
            counts.size()));
  }
}
