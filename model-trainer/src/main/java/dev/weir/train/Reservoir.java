package dev.weir.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A uniform sample of a stream of unknown length, the same for the same stream and seed: algorithm
 * R of <a href="https://doi.org/10.1145/3147.3165">Vitter 1985</a>.
 */
public final class Reservoir<T> {

  private final int capacity;
  private final SplittableRandom random;
  private final List<T> kept = new ArrayList<>();
  private long seen;

  /** Keeps so many; draws from that generator alone. */
  public Reservoir(int capacity, SplittableRandom random) {
    this.capacity = capacity;
    this.random = random;
  }

  /** Takes the next of the stream. */
  public void add(T element) {
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

  /** How many there were. */
  public long seen() {
    return seen;
  }

  /** What is kept, in an order that depends on the stream and the draws alone. */
  public List<T> sample() {
    return List.copyOf(kept);
  }
}
