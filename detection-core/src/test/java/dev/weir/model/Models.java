package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.WindowSpec;
import dev.weir.network.NetworkSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A small model and windows for it. */
public final class Models {

  /** What the small model sees. */
  public static final List<Feature> FEATURES =
      List.of(Feature.BYTES_IN, Feature.DISTINCT_DST_PORTS, Feature.PORT_22_SHARE);

  private static final long START = 1_714_086_000_000L;

  private Models() {}

  /** Always the same: the model of the committed file. */
  public static Model small() {
    Transform transform = new Transform(FEATURES, true);
    Forest forest = new Forest(transform.columns(), 16, RandomTree.forest(new Random(7), 3, 4, 5));
    double[] scores = IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 128.0).toArray();
    Segment segment =
        new Segment(
            Segment.ALL,
            forest,
            0.4,
            0.6,
            Quantiles.ofSorted(scores),
            Arrays.stream(Feature.values()).map(Models::baseline).toList());
    TrainingStatistics statistics =
        new TrainingStatistics(
            "json",
            12,
            9,
            2,
            1,
            1,
            8,
            3,
            8,
            START,
            START + 86_400_000,
            -42,
            0.05,
            1 / 3.0,
            List.of("rule_hits"));
    return ModelFile.identified(
        new Model(
            "",
            new WindowSpec(60_000, 20_000),
            FeatureSettings.DEFAULT,
            NetworkSettings.DEFAULT,
            transform,
            segment,
            new Frequencies(
                new TreeMap<>(Map.of(443, 7L, 22, 2L)), new TreeMap<>(Map.of("AE", 5L))),
            targets(),
            statistics));
  }

  /** The small model but that its forest sees all features. */
  public static Model ofWholeSchema(boolean logScale) {
    Model small = small();
    Transform transform = new Transform(List.of(Feature.values()), logScale);
    Segment of = small.segment();
    Forest forest =
        new Forest(transform.columns(), 256, RandomTree.forest(new Random(11), 20, 8, 30));
    Segment segment =
        new Segment(
            of.name(),
            forest,
            of.labelThreshold(),
            of.alertThreshold(),
            of.scores(),
            of.baselines());
    return ModelFile.identified(
        new Model(
            "",
            small.window(),
            small.settings(),
            small.network(),
            transform,
            segment,
            small.frequencies(),
            small.targets(),
            small.statistics()));
  }

  /** Up to a hundred flows, a thousand bytes each, from ten sources; one busy server is known. */
  private static TargetBaseline targets() {
    double[] flows = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
    TargetKey server = new TargetKey("10.0.0.1", 443);
    return new TargetBaseline(
        Quantiles.ofSorted(flows),
        Quantiles.ofSorted(Arrays.stream(flows).map(i -> 1000 * i).toArray()),
        Quantiles.ofSorted(Arrays.stream(flows).map(i -> Math.ceil(i / 10)).toArray()),
        new TreeMap<>(
            Map.of(TargetBaseline.name(server), new TargetBaseline.Peak(5000, 70_000, 300))),
        KnownTargets.of(List.of(server, new TargetKey("2001:db8::1", 53))));
  }

  /** Raw values 0 to 100 thousand; shares constant; regularity wholly missing. */
  private static FeatureBaseline baseline(Feature feature) {
    double[] values =
        switch (feature.unit()) {
          case SHARE -> new double[] {0, 0, 0};
          case PLAIN ->
              feature == Feature.ACTIVITY_REGULARITY ? new double[0] : new double[] {-1.5, 0, 0.25};
          default -> IntStream.rangeClosed(0, 100).mapToDouble(i -> 1000.0 * i).toArray();
        };
    return new FeatureBaseline(
        feature,
        values.length == 0 ? 1 : 0,
        zeros(values),
        Quantiles.ofSorted(values),
        Histogram.ofSorted(values));
  }

  private static double zeros(double[] values) {
    return Arrays.stream(values).filter(value -> value == 0).count()
        / (double) Math.max(1, values.length);
  }

  /** A window in which these features have these values and the others none. */
  public static FeatureVector vector(Object... featuresAndValues) {
    double[] values = new double[Feature.COUNT];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < featuresAndValues.length; i += 2) {
      values[((Feature) featuresAndValues[i]).ordinal()] =
          ((Number) featuresAndValues[i + 1]).doubleValue();
    }
    return new FeatureVector(
        new SourceKey("acct", "10.0.0.7"), START, START + 60_000, "AE", values);
  }
}
