package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.WindowSpec;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Forest;
import dev.weir.model.Histogram;
import dev.weir.model.Model;
import dev.weir.model.Models;
import dev.weir.model.PathLength;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import dev.weir.model.Transform;
import dev.weir.model.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  /** Each cuts one column in two: 255 training windows below, one above. */
  private static final Model MODEL =
      model(
          List.of(
              Feature.FLOW_COUNT,
              Feature.DISTINCT_DST_PORTS,
              Feature.DST_PORT_ENTROPY,
              Feature.PORT_22_SHARE),
          Math.log1p(43.5),
          Math.log1p(11.5),
          2.5,
          1.5);

  /** Of a training window's mean path what is left where one of four trees isolates it at once. */
  private static final double STEP = PathLength.average(255) / 4;

  private static final double BASE_STEP = STEP / 256;

  private final Explainer explainer = new Explainer(MODEL);

  @Test
  void whatIsolatesAWindowIsTheReasonAndTheSmallestChangeIsBackIntoTheRange() {
    Explanation explanation = explain(window(2, 3412, 1, 0));

    assertThat(explanation.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.feature()).isEqualTo("distinct_dst_ports");
              assertThat(reason.value()).isEqualTo(3412);
              assertThat(reason.median()).isEqualTo(6);
              assertThat(reason.p99()).isEqualTo(11);
              assertThat(reason.percentile()).isEqualTo(100);
              assertThat(reason.text())
                  .isEqualTo(
                      "3,412 distinct ports in 60 s; normal for this network: 6, at most 11");
            });
    CounterEvidence counter = explanation.counter();
    assertThat(counter.feature()).isEqualTo(Feature.DISTINCT_DST_PORTS);
    assertThat(counter.value()).isEqualTo(3412);
    assertThat(counter.normalAt()).isEqualTo(11);
    assertThat(counter.score()).isEqualTo(MODEL.score(window(2, 11, 1, 0)).score());
    assertThat(counter.text())
        .isEqualTo("with at most 11 distinct ports in 60 s this window would be normal");
  }

  @Test
  void aFamilyIsOneReasonToldByItsPlainestFeature() {
    List<Reason> reasons = explain(window(2, 3412, 5.9, 0)).reasons();

    assertThat(reasons).extracting(Reason::feature).containsExactly("distinct_dst_ports");
    assertThat(reasons.get(0).contribution()).isCloseTo(2 * (STEP - BASE_STEP), within(1e-9));
  }

  @Test
  void theStrongestFamilyComesFirstAndNoSingleChangeUndoesTwo() {
    Explanation explanation = explain(window(500, 3412, 5.9, 0));

    assertThat(explanation.reasons())
        .extracting(Reason::feature)
        .containsExactly("distinct_dst_ports", "flow_count");
    assertThat(explanation.counter()).isNull();
  }

  @Test
  void aShareThatIsNormalOfAFewFlowsIsToldAtThisManyFlows() {
    Explanation explanation = explain(window(40, 2, 1, 1));

    assertThat(explanation.reasons())
        .extracting(Reason::text)
        .containsExactly(
            "100 % of flows to SSH (22); normal for this network at 40 flows: at most 38 %");
    assertThat(explanation.counter().text())
        .isEqualTo("with at most 40 % of flows to SSH (22) this window would be normal");
  }

  @Test
  void whereEachValueIsNormalByItselfTheReasonsSaySo() {
    Model narrow =
        model(List.of(Feature.FLOW_COUNT, Feature.DISTINCT_DST_PORTS), 2.0, Math.log1p(100));

    FeatureVector window = window(20, 3, 1, 0);
    Explanation explanation = new Explainer(narrow).explain(window, narrow.score(window).score());

    assertThat(explanation.reasons())
        .extracting(Reason::text)
        .containsExactly("20 flows in 60 s, by itself normal for this network (usually 22)");
  }

  @Test
  void whatIsMissingIsNoReasonAndCannotChange() {
    Explanation explanation = explain(window(Double.NaN, Double.NaN, Double.NaN, Double.NaN));

    assertThat(explanation).isEqualTo(Explanation.NONE);
  }

  @Test
  void aNormalWindowNeedsNoChange() {
    assertThat(explain(window(2, 3, 1, 0)).counter()).isNull();
  }

  @Test
  void aChangeOfFlowsMovesTheSharesThatAreScaledByThem() {
    Model onlyShare = model(List.of(Feature.FLOW_COUNT, Feature.PORT_22_SHARE), 10, 1.5);
    FeatureVector window = window(40, 2, 1, 1);
    List<Double> scores =
        List.of(
            onlyShare.score(window).score(),
            onlyShare.score(window.with(Feature.FLOW_COUNT, 3)).score());

    assertThat(scores.get(1)).isLessThan(scores.get(0));
  }

  @Property(tries = 200)
  void aChangeThatIsToldIsNormalAndNoSmallerOneIs(
      @ForAll @IntRange(min = 1, max = 300) int flows,
      @ForAll @IntRange(min = 1, max = 300) int ports,
      @ForAll @IntRange(min = 0, max = 10) int tenths) {
    FeatureVector window = window(flows, ports, 1, tenths / 10.0);
    CounterEvidence counter = explain(window).counter();
    double label = MODEL.segment().labelThreshold();

    if (counter == null) {
      return;
    }
    FeatureVector changed = window.with(counter.feature(), counter.normalAt());
    assertThat(MODEL.score(changed).score()).isEqualTo(counter.score()).isLessThanOrEqualTo(label);
    if (counter.feature() == Feature.DISTINCT_DST_PORTS) {
      FeatureVector between = window.with(counter.feature(), counter.normalAt() + 1);
      assertThat(MODEL.score(between).score()).isGreaterThan(label);
    }
  }

  private Explanation explain(FeatureVector window) {
    return explainer.explain(window, MODEL.score(window).score());
  }

  private static FeatureVector window(double flows, double ports, double entropy, double share) {
    return Models.vector(
        Feature.FLOW_COUNT,
        flows,
        Feature.DISTINCT_DST_PORTS,
        ports,
        Feature.DST_PORT_ENTROPY,
        entropy,
        Feature.PORT_22_SHARE,
        share);
  }

  private static Model model(List<Feature> features, double... cuts) {
    Model small = Models.small();
    List<Tree> trees = IntStream.range(0, cuts.length).mapToObj(i -> stump(i, cuts[i])).toList();
    return new Model(
        "",
        WindowSpec.tumbling(60_000),
        small.settings(),
        small.network(),
        new Transform(features, true),
        new Segment(
            Segment.ALL,
            new Forest(features.size(), 256, trees),
            0.5,
            0.6,
            small.segment().scores(),
            Arrays.stream(Feature.values()).map(ExplainerTest::baseline).toList()),
        small.frequencies(),
        small.targets(),
        small.statistics());
  }

  private static Tree stump(int column, double cut) {
    return new Tree(
        new int[] {column, Tree.LEAF, Tree.LEAF},
        new double[] {cut, 0, 0},
        new int[] {2, 0, 0},
        new int[] {256, 255, 1});
  }

  private static FeatureBaseline baseline(Feature feature) {
    double[] raw =
        switch (feature) {
          case FLOW_COUNT -> upTo(43);
          case DISTINCT_DST_PORTS -> upTo(11);
          case DST_PORT_ENTROPY -> new double[] {0, 1, 2};
          default -> new double[] {0, 0, 1};
        };
    double[] scaled =
        switch (feature) {
          case FLOW_COUNT, DISTINCT_DST_PORTS -> Arrays.stream(raw).map(Math::log1p).toArray();
          case DST_PORT_ENTROPY -> raw;
          default -> new double[] {0, 0.7, 1.4};
        };
    return new FeatureBaseline(feature, 0, 0, Quantiles.ofSorted(raw), Histogram.ofSorted(scaled));
  }

  private static double[] upTo(int last) {
    return IntStream.rangeClosed(1, last).asDoubleStream().toArray();
  }
}
