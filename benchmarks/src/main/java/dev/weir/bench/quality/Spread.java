package dev.weir.bench.quality;

import java.util.Arrays;

/**
 * Where values lie.
 *
 * @param deviation the standard deviation of just these values, 0 of a single one
 */
record Spread(double mean, double deviation) {

  static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
    return new Spread(mean, Math.sqrt(variance));
  }
}
