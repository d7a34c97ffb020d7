package dev.weir.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A uniform sample of a stream of unknown length, the same for the same stream and seed: algorithm
 * R of <a href="https://doi.org/10.1145/3147.3165">Vitter 1985</a>.
 */
final class Reservoir<T> {

  private final int capacity;
  private final SplittableRandom random;
  private final List<T> kept = new ArrayList<>();
  private long seen;

  Reservoir(int capacity, SplittableRandom random) {
    this.capacity = capacity;
    this.random = random;
  }

  void add(T element) {
    seen++;
    if (kept.size() < capacity) {
      kept.add(element);
      return;
    }
    long place = random.nextLong(seen);
    if (place < capacity) {
      kept.set((int) place, element);
    }
  }

  long seen() {
    return seen;
  }

  List<T> sample() {
    return List.copyOf(kept);
  }
}
