package dev.weir.drift;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Forest;
import dev.weir.model.Histogram;
import dev.weir.model.Model;
import dev.weir.model.Models;
import dev.weir.model.Quantiles;
import dev.weir.model.ScoredWindow;
import dev.weir.model.Segment;
import dev.weir.model.Transform;
import dev.weir.model.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A network whose windows are the same each hour: 1 to 100 flows of 500 bytes and more. */
final class Steady {

  private static final int EACH_HOUR = 300;

  private Steady() {}

  /** What was trained on its windows. */
  static Model model() {
    return model("m", Feature.FLOW_COUNT, Feature.BYTES_IN);
  }

  static Model model(String id, Feature... features) {
    Model small = Models.small();
    Transform transform = new Transform(List.of(features), true);
    Tree leaf = new Tree(new int[] {Tree.LEAF}, new double[1], new int[1], new int[] {256});
    return new Model(
        id,
        small.window(),
        small.settings(),
        small.network(),
        transform,
        new Segment(
            Segment.ALL,
            new Forest(features.length, 256, List.of(leaf)),
            0.6,
            0.7,
            Quantiles.ofSorted(of(ScoredWindow::score)),
            Arrays.stream(Feature.values()).map(feature -> baseline(feature, transform)).toList()),
        small.frequencies(),
        small.targets(),
        small.statistics());
  }

  private static FeatureBaseline baseline(Feature feature, Transform transform) {
    double[] raw = of(window -> window.vector().value(feature));
    double[] scaled = of(window -> transform.scale(feature, window.vector()));
    return new FeatureBaseline(
        feature, raw.length == 0 ? 1 : 0, 0, Quantiles.ofSorted(raw), Histogram.ofSorted(scaled));
  }

  private static double[] of(ToDoubleFunction<ScoredWindow> value) {
    return IntStream.range(0, EACH_HOUR)
        .mapToObj(i -> window(i, 1, 500 + i))
        .mapToDouble(value)
        .filter(v -> !Double.isNaN(v))
        .sorted()
        .toArray();
  }

  /** A window of so many times the usual flows. */
  static ScoredWindow window(int i, double times, double bytes) {
    double[] values = new double[Feature.COUNT];
    Arrays.fill(values, Double.NaN);
    values[Feature.FLOW_COUNT.ordinal()] = times * (1 + i % 100);
    values[Feature.BYTES_IN.ordinal()] = bytes;
    FeatureVector vector =
        new FeatureVector(new SourceKey("", "10.0.0." + i), 0, 60_000, "", values);
    return new ScoredWindow(vector, 0.3 + i % 100 / 1000.0, ScoredWindow.NORMAL, false, "m");
  }

  static DriftCounts asTrained(int hour) {
    return counts(hour, EACH_HOUR, i -> window(i, 1, 500 + i));
  }

  static DriftCounts tenfold(int hour) {
    return counts(hour, EACH_HOUR, i -> window(i, 10, 500 + i));
  }

  static DriftCounts withoutBytes(int hour) {
    return counts(hour, EACH_HOUR, i -> window(i, 1, Double.NaN));
  }

  static DriftCounts counts(int hour, int windows, IntFunction<ScoredWindow> each) {
    DriftBaseline baseline = new DriftBaseline(model());
    DriftCounts counts = new DriftCounts(hour * DriftCounts.HOUR, baseline);
    for (int i = 0; i < windows; i++) {
      counts.add(each.apply(i), baseline);
    }
    return counts;
  }
}
