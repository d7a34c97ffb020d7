package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.WindowSpec;
import dev.weir.network.NetworkSettings;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ScoreCurveTest {

  private static ScoreCurve curve(Model model) {
    return new ScoreCurve(model.transform(), model.segment().forest());
  }

  private static final List<Feature> FEATURES =
      List.of(
          Feature.FLOW_COUNT,
          Feature.BYTES_IN,
          Feature.BYTES_IN_OUT_LOG_RATIO,
          Feature.DST_PORT_ENTROPY,
          Feature.REJECTED_SHARE);
  private static final double FROM = 0;
  private static final double TO = 3000;

  @Property(tries = 200)
  void everyPieceHasTheScoreOfItsWindows(
      @ForAll long seed, @ForAll boolean logScale, @ForAll boolean missing) {
    Random random = new Random(seed);
    Model model = model(random, logScale);
    FeatureVector vector = vector(random, missing);
    for (Feature feature : FEATURES) {
      if (Double.isNaN(vector.value(feature))) {
        continue;
      }
      for (ScoreCurve.Piece piece : curve(model).of(vector, feature, FROM, TO)) {
        double inside = piece.from() + (piece.to() - piece.from()) * random.nextDouble();
        // Steps are where inverse logarithms put them, give or take a rounding.
        if (inside - piece.from() > 1e-9 * inside && piece.to() - inside > 1e-9 * inside) {
          assertThat(model.score(vector.with(feature, inside)).score())
              .isCloseTo(piece.score(), within(1e-12));
        }
      }
    }
  }

  @Property(tries = 100)
  void piecesCoverTheRangeWithoutGaps(@ForAll long seed) {
    Random random = new Random(seed);
    List<ScoreCurve.Piece> pieces =
        curve(model(random, true)).of(vector(random, false), Feature.FLOW_COUNT, FROM, TO);

    assertThat(pieces.get(0).from()).isEqualTo(FROM);
    assertThat(pieces.get(pieces.size() - 1).to()).isEqualTo(TO);
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
    }
  }

  @Example
  void whatIsNoRangeHasNoPieces() {
    Random random = new Random(1);

    assertThat(curve(model(random, true)).of(vector(random, false), FEATURES.get(0), 5, 5))
        .isEmpty();
  }

  private static FeatureVector vector(Random random, boolean missing) {
    double in = random.nextInt(2000);
    double out = random.nextInt(2000);
    return Models.vector(
        Feature.FLOW_COUNT,
        random.nextInt(500),
        Feature.BYTES_IN,
        in,
        Feature.BYTES_OUT,
        out,
        Feature.BYTES_IN_OUT_LOG_RATIO,
        Math.log1p(in) - Math.log1p(out),
        Feature.DST_PORT_ENTROPY,
        missing ? Double.NaN : 6 * random.nextDouble(),
        Feature.REJECTED_SHARE,
        missing ? Double.NaN : random.nextInt(3) / 2.0);
  }

  private static Model model(Random random, boolean logScale) {
    Model small = Models.small();
    Transform transform = new Transform(FEATURES, logScale);
    Segment segment = small.segment();
    return new Model(
        "",
        WindowSpec.tumbling(60_000),
        FeatureSettings.DEFAULT,
        NetworkSettings.DEFAULT,
        transform,
        new Segment(
            segment.name(),
            new Forest(transform.columns(), 64, RandomTree.forest(random, FEATURES.size(), 6, 5)),
            segment.labelThreshold(),
            segment.alertThreshold(),
            segment.scores(),
            segment.baselines()),
        small.frequencies(),
        small.targets(),
        small.statistics());
  }
}
