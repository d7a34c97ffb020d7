package dev.weir.bench.pipeline;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which source the next flow comes from: a number from 0 on. */
@FunctionalInterface
public interface Sources {

  /**
   * Draws.
   *
   * @param index of the flow among all of the traffic
   */
  int next(SplittableRandom random, long index);

  /** The n-th source gets a share proportional to 1 / n, as busy and quiet hosts do. */
  static Sources zipf(int count) {
    double[] upTo = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
    return (random, index) -> {
      int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[count - 1]);
      return Math.min(at < 0 ? -at - 1 : at, count - 1);
    };
  }

  /** Every source in turn, so that all of them are active at once. */
  static Sources each(int count) {
    return (random, index) -> (int) (index % count);
  }

  /** One source sends that share of all flows, the others what is left. */
  static Sources hot(double share, Sources others) {
    return (random, index) -> random.nextDouble() < share ? 0 : others.next(random, index);
  }
}
