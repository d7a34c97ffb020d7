package dev.weir.explain;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.model.FeatureBaseline;
import dev.weir.model.Histogram;
import dev.weir.model.Model;
import dev.weir.model.Quantiles;
import dev.weir.model.Segment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What is normal of a window's features, and how to say it.
 *
 * <p>Mostly normal is what the raw values were in training. But a forest sees shares by the number
 * of flows and the ratio by the bytes ({@link Feature.Scale}): that all flows go to one port is
 * normal of one flow and may be strange of a thousand. Such a value is then held against what the
 * forest was used to, turned back into a share at this window's number of flows.
 */
final class FeatureSentences {

  private final Model model;
  private final Segment segment;

  FeatureSentences(Model model, Segment segment) {
    this.model = model;
    this.segment = segment;
  }

  /** How a value of the feature is said. */
  Phrase phrase(Feature feature, double value) {
    return FeaturePhrase.of(feature, value, model.window().size());
  }

  /** Whether the window's value of the feature is one that is normal by itself, or missing. */
  boolean isNormal(Feature feature, FeatureVector vector) {
    return !normal(feature, vector).leavesOut(vector.value(feature));
  }

  /**
   * The reason that a feature of the window is.
   *
   * @param open whether the window still fills
   */
  Reason reason(Feature feature, FeatureVector vector, double contribution, boolean open) {
    double value = vector.value(feature);
    Phrase phrase = phrase(feature, value);
    Quantiles raw = segment.baseline(feature).raw();
    return new Reason(
        feature.id(),
        value,
        raw.median(),
        raw.p99(),
        100 * raw.rank(value),
        contribution,
        ReasonText.of(open ? phrase.soFar() : phrase, value, normal(feature, vector)));
  }

  private Normal normal(Feature feature, FeatureVector vector) {
    FeatureBaseline baseline = segment.baseline(feature);
    Normal normal = Normal.of(baseline.raw(), segment.whose());
    double value = vector.value(feature);
    if (!model.transform().logScale() || normal.leavesOut(value)) {
      return normal;
    }
    Normal likewise = ofLikeSize(feature, vector, baseline.scaled());
    return likewise.leavesOut(value) ? likewise : normal;
  }

  /** What is normal of windows with as many flows or bytes. */
  private Normal ofLikeSize(Feature feature, FeatureVector vector, Histogram scaled) {
    double flows = vector.value(Feature.FLOW_COUNT);
    double bytes = vector.value(Feature.BYTES_IN) + vector.value(Feature.BYTES_OUT);
    return switch (feature.scale()) {
      case LINEAR, LOG1P -> Normal.UNKNOWN;
      case BY_FLOWS ->
          likewise(scaled, flows, (flows == 1 ? " flow" : " flows"), Quantity.number(flows));
      case BY_BYTES -> likewise(scaled, bytes, "", Quantity.bytes(bytes));
    };
  }

  private Normal likewise(Histogram scaled, double size, String unit, String quantity) {
    double factor = StrictMath.log1p(size);
    return new Normal(
        segment.whose() + " at " + quantity + unit,
        Double.NaN,
        rounded(scaled.below(0.01) / factor, RoundingMode.FLOOR),
        rounded(scaled.above(0.99) / factor, RoundingMode.CEILING));
  }

  /** To two digits: the histogram knows no more. */
  private static double rounded(double bound, RoundingMode mode) {
    return Double.isFinite(bound)
        ? new BigDecimal(bound).round(new MathContext(2, mode)).doubleValue()
        : bound;
  }
}
