package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.flow.AddressBits;
import dev.weir.model.Segment;
import dev.weir.model.Segmentation;
import dev.weir.model.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The windows of a sample that a segment is fitted to.
 *
 * @param name the segment's
 * @param windows places in the sample, ascending
 * @param judged those of them that the segment judges: of that of all sources only what no other
 *     segment has
 */
record Part(String name, int[] windows, int[] judged) {

  /** With fewer windows a segment has no thresholds of its own: they would be a guess. */
  static final int LEAST = 1_000;

  /** With fewer windows a segment has no forest of its own. */
  static final int OWN_FOREST = 5_000;

  /** The parts of a sample: all of it first, then those by standing that are large enough. */
  static List<Part> of(List<FeatureVector> sample, Segmentation by) {
    int[] standings = standings(sample, by);
    List<Part> parts = new ArrayList<>();
    boolean[] taken = new boolean[sample.size()];
    for (Standing standing : Standing.values()) {
      int[] windows =
          IntStream.range(0, standings.length)
              .filter(i -> standings[i] == standing.ordinal())
              .toArray();
      boolean some = windows.length >= LEAST && windows.length < sample.size();
      if (some && standing != Standing.UNPLACED) {
        Arrays.stream(windows).forEach(i -> taken[i] = true);
        parts.add(new Part(standing.id(), windows, windows));
      }
    }
    int[] all = all(sample.size()).windows();
    parts.add(0, new Part(Segment.ALL, all, Arrays.stream(all).filter(i -> !taken[i]).toArray()));
    return parts;
  }

  /** The whole of a sample. */
  static Part all(int size) {
    int[] all = IntStream.range(0, size).toArray();
    return new Part(Segment.ALL, all, all);
  }

  /** The rows of some windows. */
  static double[][] select(double[][] rows, int[] windows) {
    double[][] selected = new double[windows.length][];
    Arrays.setAll(selected, i -> rows[windows[i]]);
    return selected;
  }

  private static int[] standings(List<FeatureVector> sample, Segmentation by) {
    AddressBits bits = new AddressBits();
    return sample.stream().mapToInt(window -> by.of(window.source(), bits).ordinal()).toArray();
  }

  /** Whether it is of all sources. */
  boolean isAll() {
    return name.equals(Segment.ALL);
  }

  /** Whether its windows make a forest. */
  boolean hasForest() {
    return isAll() || windows.length >= OWN_FOREST;
  }

  /** Its own seed of a training's, so that no two forests are drawn alike. */
  long seed(long seed) {
    return isAll() ? seed : seed + 31L * name.hashCode();
  }
}
