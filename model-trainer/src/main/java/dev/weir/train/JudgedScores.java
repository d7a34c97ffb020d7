package dev.weir.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The highest scores of the windows that a segment judges, and what it alerts above.
 *
 * @param highest at most {@value ScoreTail#EXACT}, highest first
 * @param hours of the windows, since the epoch, in the same order
 * @param windows how many there are in all
 * @param threshold a score above it alerts
 */
record JudgedScores(double[] highest, long[] hours, int windows, double threshold) {

  private static final long HOUR = 3_600_000;

  /** Of scores and the beginnings of their windows, epoch milliseconds, in any order. */
  static JudgedScores of(double[] scores, long[] starts, double threshold) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .limit(ScoreTail.EXACT)
            .mapToInt(Integer::intValue)
            .toArray();
    return new JudgedScores(
        Arrays.stream(order).mapToDouble(i -> scores[i]).toArray(),
        Arrays.stream(order).mapToLong(i -> Math.floorDiv(starts[i], HOUR)).toArray(),
        scores.length,
        threshold);
  }

  /** Windows of the sample above the threshold, by the tail where few are. */
  double expected() {
    return expected(highest);
  }

  /** Windows of the sample above the threshold. */
  double counted() {
    return Arrays.stream(highest).filter(score -> score > threshold).count();
  }

  /** The same if these had been the highest scores. */
  double expected(double[] others) {
    return others.length < 2 ? 0 : windows * new ScoreTail(others, windows).share(threshold);
  }
}
