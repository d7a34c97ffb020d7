package dev.weir.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How far the number of windows above the thresholds may be off: hours of the history are drawn
 * again and again, with replacement, and the number told by those that were drawn. By the hour,
 * since strange windows come in bursts: drawn one by one they would seem surer than they are.
 */
final class RateBootstrap {

  private static final int DRAWS = 400;

  private final List<JudgedScores> judged;
  private final Map<Long, Integer> hours = new HashMap<>();

  private RateBootstrap(List<JudgedScores> judged) {
    this.judged = judged;
    for (JudgedScores scores : judged) {
      for (long hour : scores.hours()) {
        hours.putIfAbsent(hour, hours.size());
      }
    }
  }

  /** Windows of the sample above the thresholds, ascending. */
  static double[] of(List<JudgedScores> judged, SplittableRandom random) {
    RateBootstrap bootstrap = new RateBootstrap(judged);
    double[] numbers = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      numbers[i] = bootstrap.draw(random);
    }
    Arrays.sort(numbers);
    return numbers;
  }

  private double draw(SplittableRandom random) {
    int[] times = new int[hours.size()];
    for (int i = 0; i < times.length; i++) {
      times[random.nextInt(times.length)]++;
    }
    return judged.stream().mapToDouble(scores -> scores.expected(repeated(scores, times))).sum();
  }

  private double[] repeated(JudgedScores scores, int[] times) {
    double[] repeated = new double[ScoreTail.EXACT];
    int size = 0;
    for (int i = 0; i < scores.highest().length && size < repeated.length; i++) {
      for (int n = times[hours.get(scores.hours()[i])]; n > 0 && size < repeated.length; n--) {
        repeated[size++] = scores.highest()[i];
      }
    }
    return Arrays.copyOf(repeated, size);
  }
}
