package dev.weir.bench.micro;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers from 0 as traffic draws its hosts: the k-th with a weight of 1 / k. */
final class Zipf {
  private final double[] cumulative;

  Zipf(int size) {
    cumulative = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
  }

  int draw(SplittableRandom random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
  }
}
