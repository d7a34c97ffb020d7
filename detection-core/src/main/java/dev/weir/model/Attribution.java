package dev.weir.model;

import java.util.Arrays;

/**
 * What each column of a row adds to its mean path length through a forest. Base and steps add up to
 * the row's mean path length.
 *
 * @param base the mean path length of a row of which nothing is known
 * @param steps by column; below 0 where the column's value shortens the path, which is towards
 *     anomalous; 0 where it is missing or no tree asks for it
 */
public record Attribution(double base, double[] steps) {

  /** The mean path length of the row. */
  public double pathLength() {
    return base + Arrays.stream(steps).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attribution that
        && Double.compare(base, that.base) == 0
        && Arrays.equals(steps, that.steps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(steps);
  }
}
