package dev.weir.cli.model;

import dev.weir.model.FeatureBaseline;
import dev.weir.model.Forest;
import dev.weir.model.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What differs between two models' segments of one name. */
final class SegmentDifferences {

  /** So many of the baselines that moved are told one by one. */
  private static final int TOLD = 5;

  private final String name;
  private final List<Difference> found = new ArrayList<>();

  private SegmentDifferences(String name) {
    this.name = name;
  }

  static List<Difference> between(Segment before, Segment after) {
    SegmentDifferences differences = new SegmentDifferences(before.name());
    differences.compareForests(before.forest(), after.forest());
    differences.compare("labels above", before.labelThreshold(), after.labelThreshold());
    differences.compare("alerts above", before.alertThreshold(), after.alertThreshold());
    differences.compare("median score", before.scores().median(), after.scores().median());
    differences.compareBaselines(before, after);
    return differences.found;
  }

  private void compareForests(Forest before, Forest after) {
    if (before.sameTrees(after)) {
      return;
    }
    boolean sameShape = before.size() == after.size() && before.subsample() == after.subsample();
    say(
        Difference.FOREST,
        sameShape ? "other trees, %s" : "%s, then %s",
        shape(before),
        shape(after));
  }

  private static String shape(Forest forest) {
    return String.format(
        Locale.ROOT, "%,d trees of %,d windows", forest.size(), forest.subsample());
  }

  private void compare(String what, double before, double after) {
    if (Double.compare(before, after) != 0) {
      say("scores", "%s %.4f, then %.4f", what, before, after);
    }
  }

  private void compareBaselines(Segment before, Segment after) {
    List<Moved> moved =
        IntStream.range(0, before.baselines().size())
            .mapToObj(i -> new Moved(before.baselines().get(i), after.baselines().get(i)))
            .filter(Moved::differs)
            .sorted(Comparator.comparingDouble(Moved::distance).reversed())
            .toList();
    moved.stream().limit(TOLD).forEach(one -> say("baseline", "%s", one));
    if (moved.size() > TOLD) {
      say("baseline", "%d further features moved less", moved.size() - TOLD);
    }
  }

  private void say(String subject, String format, Object... values) {
    found.add(new Difference(subject, name + ": " + String.format(Locale.ROOT, format, values)));
  }

  /** A feature in two trainings. */
  private record Moved(FeatureBaseline before, FeatureBaseline after) {

    boolean differs() {
      return !before.equals(after);
    }

    /** The largest difference of the shares of windows below a value, as far as quantiles tell. */
    double distance() {
      double shares = Math.max(rankDistance(before, after), rankDistance(after, before));
      return Math.max(shares, Math.abs(before.missing() - after.missing()));
    }

    private static double rankDistance(FeatureBaseline one, FeatureBaseline other) {
      return Arrays.stream(one.raw().values())
          .map(value -> Math.abs(one.raw().rank(value) - other.raw().rank(value)))
          .filter(distance -> !Double.isNaN(distance))
          .max()
          .orElse(0);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: median %s, then %s; 99 %% up to %s, then %s; missing in %.1f %%, then %.1f %%;"
              + " distributions up to %.0f %% apart",
          before.feature().id(),
          Numbers.text(before.raw().median()),
          Numbers.text(after.raw().median()),
          Numbers.text(before.raw().p99()),
          Numbers.text(after.raw().p99()),
          100 * before.missing(),
          100 * after.missing(),
          100 * distance());
    }
  }
}
