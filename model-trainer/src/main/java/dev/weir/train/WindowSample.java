package dev.weir.train;

import dev.weir.feature.DistinctSketch;
import dev.weir.feature.FeatureVector;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A uniform sample of windows: those that have the lowest of random numbers, and each window has
 * its own. So it is the same in whatever order windows come, and one that comes twice counts once.
 */
final class WindowSample {

  private static final Comparator<FeatureVector> ORDER =
      Comparator.comparingLong(FeatureVector::windowStart).thenComparing(FeatureVector::source);

  private final int capacity;
  private final String salt;
  private final TreeMap<Long, FeatureVector> kept = new TreeMap<>();
  private long seen;

  WindowSample(int capacity, SplittableRandom random) {
    this.capacity = capacity;
    this.salt = Long.toHexString(random.nextLong());
  }

  void add(FeatureVector window) {
    seen++;
    long number = number(window);
    if (kept.size() < capacity) {
      kept.put(number, window);
    } else if (number < kept.lastKey() && kept.put(number, window) == null) {
      kept.pollLastEntry();
    }
  }

  private long number(FeatureVector window) {
    return DistinctSketch.hash(
        salt
            + '|'
            + window.windowStart()
            + '|'
            + window.source().scope()
            + '|'
            + window.source().address());
  }

  /** How many windows there were. */
  long seen() {
    return seen;
  }

  /** Those that are kept, by their start, then source. */
  List<FeatureVector> sample() {
    return kept.values().stream().sorted(ORDER).toList();
  }
}
