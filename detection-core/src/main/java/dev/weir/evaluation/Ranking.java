package dev.weir.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well scores rank what is anomalous above what is normal. Equal scores are one step: nothing
 * depends on the order in which they come.
 */
public final class Ranking {

  private final double areaUnderRoc;
  private final double averagePrecision;

  private Ranking(double areaUnderRoc, double averagePrecision) {
    this.areaUnderRoc = areaUnderRoc;
    this.averagePrecision = averagePrecision;
  }

  /**
   * Judges a ranking.
   *
   * @param scores higher is stranger; none is NaN
   * @param anomalous what each really is
   */
  public static Ranking of(double[] scores, boolean[] anomalous) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
    long hits = 0;
    long misses = 0;
    double pairsWon = 0;
    double precisions = 0;
    for (int from = 0; from < order.length; ) {
      long newHits = 0;
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        newHits += anomalous[order[to]] ? 1 : 0;
        to++;
      }
      long newMisses = to - from - newHits;
      // A pair of equal scores is half won.
      pairsWon += newMisses * (hits + newHits / 2.0);
      hits += newHits;
      misses += newMisses;
      precisions += newHits * ((double) hits / to);
      from = to;
    }
    boolean both = hits > 0 && misses > 0;
    return new Ranking(
        both ? pairsWon / ((double) hits * misses) : Double.NaN,
        both ? precisions / hits : Double.NaN);
  }

  /**
   * The share of pairs of an anomalous and a normal one that are in the right order; NaN where
   * there is one kind only.
   */
  public double areaUnderRoc() {
    return areaUnderRoc;
  }

  /**
   * The area under precision over recall as a sum of steps, not of trapezoids, which flatter; NaN
   * where there is one kind only.
   */
  public double averagePrecision() {
    return averagePrecision;
  }
}
