package dev.weir.train;

import dev.weir.feature.FeatureVector;
import dev.weir.flow.UserException;
import dev.weir.model.Forest;
import dev.weir.model.Quantiles;
import dev.weir.model.Transform;
import dev.weir.train.forest.ForestGrower;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How strange the days of a history are to each other: a forest of each, and the share of every
 * day's windows that score above all but a small share of that forest's own.
 *
 * @param level that share of its own: what is expected of a day like it
 * @param days that were compared, in order
 * @param windows how many each has
 * @param shares by the day that was fitted, then the day that was scored
 * @param leftOut days with too few windows
 */
record DayMatrix(
    double level,
    List<LocalDate> days,
    long[] windows,
    double[][] shares,
    List<LocalDate> leftOut) {

  /** Fewer windows make no forest that tells of a day. */
  static final int MIN_WINDOWS = 100;

  /** Attacks are few among a day's windows: what counts is who is beyond nearly all. */
  private static final double LEVEL = 0.001;

  /** Of the smallest day so many windows lie beyond the level, or it would be chance. */
  private static final double BEYOND = 10;

  /** A day is odd where it has so many times the windows beyond the level that others have. */
  private static final double ODD = 3;

  /**
   * Fits and scores.
   *
   * @throws UserException where there are not two days to compare
   */
  static DayMatrix of(DaySamples samples, FitOptions options) {
    List<LocalDate> days =
        samples.days().stream().filter(day -> samples.windows(day) >= MIN_WINDOWS).toList();
    if (days.size() < 2) {
      throw new UserException(tooFew(samples));
    }
    List<List<FeatureVector>> of = days.stream().map(samples::sample).toList();
    FeatureSelection features =
        FeatureSelection.of(options.features(), of.stream().flatMap(List::stream).toList());
    Transform transform = new Transform(features.kept(), options.logScale());
    double[][][] rows =
        of.stream()
            .map(day -> day.stream().map(transform::apply).toArray(double[][]::new))
            .toArray(double[][][]::new);
    double level = level(rows);
    return new DayMatrix(
        level,
        days,
        days.stream().mapToLong(samples::windows).toArray(),
        Arrays.stream(rows).map(day -> shares(day, rows, level, options)).toArray(double[][]::new),
        samples.days().stream().filter(day -> !days.contains(day)).toList());
  }

  private static String tooFew(DaySamples samples) {
    return String.format(
        "--day-matrix compares two days or more of %d windows each, and the history has %s; use a"
            + " longer history or a shorter --window",
        MIN_WINDOWS,
        samples.days().isEmpty()
            ? "no windows"
            : samples.days().stream()
                .map(day -> String.format("%,d windows on %s", samples.windows(day), day))
                .collect(Collectors.joining(", ")));
  }

  private static double level(double[][][] rows) {
    int smallest = Arrays.stream(rows).mapToInt(day -> day.length).min().orElseThrow();
    return Math.max(LEVEL, BEYOND / smallest);
  }

  private static double[] shares(
      double[][] fitted, double[][][] rows, double level, FitOptions options) {
    Forest forest =
        ForestGrower.grow(
            fitted,
            options.shape(),
            Draws.IMPUTATION.random(options.seed()),
            Draws.TREES.random(options.seed()));
    double[] own = forest.score(fitted);
    Arrays.sort(own);
    double threshold = Quantiles.nearestRank(own, 1 - level);
    return Arrays.stream(rows)
        .mapToDouble(
            day ->
                Arrays.stream(forest.score(day)).filter(score -> score > threshold).count()
                    / (double) day.length)
        .toArray();
  }

  /** The share of a day that is strange to the others' forests, by the middle one of them. */
  double strangeness(int day) {
    return lowerMedian(
        IntStream.range(0, days.size())
            .filter(fitted -> fitted != day)
            .mapToDouble(fitted -> shares[fitted][day]));
  }

  /** What the others' forests say of a day as they come. */
  private double usual() {
    return lowerMedian(IntStream.range(0, days.size()).mapToDouble(this::strangeness));
  }

  /** The days that are far stranger to the others than days of this history are. */
  List<LocalDate> odd() {
    double limit = ODD * Math.max(level, usual());
    return IntStream.range(0, days.size())
        .filter(day -> strangeness(day) > limit)
        .mapToObj(days::get)
        .toList();
  }

  /** Whether days differ so much that none is a measure for another. */
  boolean isUnsettled() {
    return usual() > ODD * level;
  }

  private static double lowerMedian(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
