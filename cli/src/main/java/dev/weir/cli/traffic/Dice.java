package dev.weir.cli.traffic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that falls alike on every JDK: of the library's generator only {@code nextLong} is used,
 * whose algorithm is fixed, and logarithms are strict.
 */
final class Dice {
  private static final double UNIT = 0x1.0p-53;

  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The dice of one purpose: other purposes, places or moments have others. */
  static Dice of(long seed, String purpose, long a, long b) {
    long mixed = mix(seed + 0x9E3779B97F4A7C15L * (purpose.hashCode() | 1L));
    mixed = mix(mixed ^ (a * 0xD1B54A32D192ED03L + 1));
    return new Dice(mix(mixed ^ (b * 0x8CB92BA72F3D8DD7L + 2)));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long bits() {
    return random.nextLong();
  }

  /** Evenly from 0 to just below 1. */
  double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** Evenly from 0 to just below {@code bound}. */
  int below(int bound) {
    return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
  }

  /** Evenly from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** Evenly from {@code low} to just below {@code high}. */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** The first items often, the last ones seldom: the n-th about 1/n as often as the first. */
  <T> T pickByRank(List<T> items) {
    int rank = (int) StrictMath.pow(items.size() + 1.0, unit()) - 1;
    return items.get(Math.min(rank, items.size() - 1));
  }

  /** Normal with mean 0 and deviation 1, by Marsaglia's polar method. */
  double gaussian() {
    while (true) {
      double u = 2 * unit() - 1;
      double v = 2 * unit() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  double logNormal(double median, double sigma) {
    return sigma == 0 ? median : median * StrictMath.exp(sigma * gaussian());
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** The heavy tail: at least {@code low}, beyond x with probability (low/x)^alpha. */
  double pareto(double low, double alpha) {
    return low * StrictMath.pow(1 - unit(), -1 / alpha);
  }

  /** How many of the many things that might happen do, if {@code mean} do on average. */
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > 60) {
      return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * gaussian()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit()) {
      count++;
    }
    return count;
  }
}
