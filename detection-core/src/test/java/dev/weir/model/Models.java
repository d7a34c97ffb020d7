package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.WindowSpec;
import dev.weir.network.AddressSet;
import dev.weir.network.Cidr;
import dev.weir.network.Network;
import dev.weir.network.NetworkSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

  /** Always the same: two segments more, the first of which shares the forest of all. */
  public static Model segmented() {
    Model small = small();
    Segment all = small.segment();
    Forest own = new Forest(FEATURES.size(), 16, RandomTree.forest(new Random(8), 3, 4, 5));
    Segmentation by =
        new Segmentation(
            Network.DEFAULT.internal(),
            AddressSet.of(List.of(Cidr.parse("203.0.113.0/24"), Cidr.parse("2001:db8::/48"))),
            Set.of("10.0.0.1", "10.0.0.2"));
    TrainingStatistics of = small.statistics();
    return ModelFile.identified(
        new Model(
            "",
            small.window(),
            small.settings(),
            small.network(),
            small.transform(),
            new Segments(
                by,
                List.of(
                    all,
                    new Segment(
                        Standing.INSIDE_CLIENT.id(),
                        all.forest(),
                        0.5,
                        0.7,
                        all.scores(),
                        all.baselines()),
                    new Segment(
                        Standing.OUTSIDE_CLIENT.id(),
                        own,
                        0.3,
                        0.9,
                        all.scores(),
                        all.baselines())),
                all.scores()),
            small.frequencies(),
            small.targets(),
            new TrainingStatistics(
                of.format(),
                of.entries(),
                of.flows(),
                of.deadLetters(),
                of.ignored(),
                of.lateFlows(),
                of.windows(),
                of.sources(),
                of.sampledWindows(),
                of.firstEventTime(),
                of.lastEventTime(),
                of.seed(),
                of.contamination(),
                of.observedRate(),
                of.droppedFeatures(),
                new AlertRate(2, 2.5, 1.25, 4),
                HoursOfWeek.parse("1".repeat(24) + "0".repeat(144)))));
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
