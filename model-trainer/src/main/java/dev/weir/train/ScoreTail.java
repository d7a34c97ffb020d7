package dev.weir.train;

import java.util.Arrays;

/**
 * How rare high scores are. Where {@value #COUNTED} windows or more are higher they are counted;
 * beyond that, and beyond what was seen, a generalized Pareto distribution is fitted to the highest
 * ones (peaks over a threshold), by probability-weighted moments after <a
 * href="https://doi.org/10.1080/00401706.1987.10488243">Hosking and Wallis 1987</a>: with few
 * values they are steadier than maximum likelihood, always exist, and need no search. Where more
 * were seen than the fit says, what was seen counts: the highest scores may be another kind's.
 * Immutable.
 */
final class ScoreTail {

  /** Scores that are kept exactly. */
  static final int EXACT = 10_000;

  /** Fewer are not a rate but an accident. */
  static final int COUNTED = 10;

  /** Of fewer windows no tail is fitted. */
  private static final int LEAST_WINDOWS = 1_000;

  private static final int MOST_EXCESSES = 500;
  private static final int LEAST_EXCESSES = 50;

  /** Of the windows, that may count as the tail. */
  private static final int TAIL_SHARE = 20;

  /** Highest first. */
  private final double[] highest;

  private final double windows;
  private final double threshold;
  private final int excesses;
  private final double shape;
  private final double scale;

  /**
   * The tail of some windows' scores.
   *
   * @param highest of them, highest first; kept as it is
   * @param windows how many there are in all
   */
  ScoreTail(double[] highest, double windows) {
    this.highest = highest;
    this.windows = windows;
    excesses = excesses(highest.length, windows);
    threshold = highest[excesses];
    double mean = 0;
    double weighted = 0;
    for (int i = 0; i < excesses; i++) {
      double excess = highest[i] - threshold;
      mean += excess / excesses;
      // The plotting position of the value, from the top: 1 - p.
      weighted += excess * (i + 0.35) / excesses / excesses;
    }
    double spread = mean - 2 * weighted;
    boolean fits = mean > 0 && spread > 0 && windows >= LEAST_WINDOWS;
    // By Hosking and Wallis' sign: positive where scores end somewhere.
    shape = fits ? mean / spread - 2 : 0;
    scale = fits ? 2 * mean * weighted / spread : 0;
  }

  /** The tail of scores in any order. */
  static ScoreTail of(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double[] highest = new double[Math.min(EXACT, sorted.length)];
    Arrays.setAll(highest, i -> sorted[sorted.length - 1 - i]);
    return new ScoreTail(highest, scores.length);
  }

  private static int excesses(int kept, double windows) {
    int share = (int) Math.min(MOST_EXCESSES, Math.max(LEAST_EXCESSES, windows / TAIL_SHARE));
    return Math.min(share, kept - 1);
  }

  /**
   * The score that a share of the windows are above.
   *
   * @param share above 0 and at most 1
   */
  double above(double share) {
    double count = share * windows + 1e-9;
    if (count >= COUNTED || scale == 0) {
      return highest[(int) Math.min(count, highest.length - 1)];
    }
    double beyond = count / excesses;
    double excess =
        Math.abs(shape) < 1e-9
            ? -scale * StrictMath.log(beyond)
            : scale / shape * (1 - StrictMath.pow(beyond, shape));
    return Math.max(highest[(int) count], threshold + Math.max(0, excess));
  }

  /** The share of the windows that are above a score, of scores that the tail holds. */
  double share(double score) {
    int count = 0;
    while (count < highest.length && highest[count] > score) {
      count++;
    }
    boolean counts = count >= COUNTED || scale == 0;
    return (counts ? count : Math.max(count, fitted(score - threshold))) / windows;
  }

  /** Windows above the threshold by so much. */
  private double fitted(double excess) {
    if (Math.abs(shape) < 1e-9) {
      return excesses * StrictMath.exp(-excess / scale);
    }
    double left = 1 - shape * excess / scale;
    return left <= 0 ? 0 : excesses * StrictMath.pow(left, 1 / shape);
  }
}
