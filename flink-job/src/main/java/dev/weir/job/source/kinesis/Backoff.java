package dev.weir.job.source.kinesis;

import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures in a row: twice as long each time up to a limit, less up to a
 * half by chance, so that those who failed together don't come back together.
 *
 * @param first milliseconds after the first failure at most
 * @param limit milliseconds that are never exceeded
 * @param chance 0 to 1
 */
record Backoff(long first, long limit, DoubleSupplier chance) {

  private static final int ENOUGH_DOUBLINGS = 30;

  /** Milliseconds to wait after so many failures in a row, one at least. */
  long millis(int failures) {
    long longest = Math.min(limit, first << Math.min(failures - 1, ENOUGH_DOUBLINGS));
    return Math.round(longest * (1 - chance.getAsDouble() / 2));
  }
}
