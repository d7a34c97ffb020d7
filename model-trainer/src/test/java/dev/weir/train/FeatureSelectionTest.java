package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.flow.UserException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSelectionTest {

  @Test
  void whatIsConstantOrMissingIsDroppedWithoutAWord() {
    FeatureSelection selection = FeatureSelection.of(List.of(), sample());

    assertThat(selection.kept()).containsExactly(Feature.BYTES_IN, Feature.RULE_HITS);
    assertThat(selection.dropped()).hasSize(Feature.COUNT - 2).isSorted();
    assertThat(selection.warnings()).isEmpty();
  }

  @Test
  void whatTheUserNamedIsWarnedOf() {
    FeatureSelection selection =
        FeatureSelection.of(
            List.of(Feature.PACKETS, Feature.FLOW_COUNT, Feature.BYTES_IN), sample());

    assertThat(selection.kept()).containsExactly(Feature.BYTES_IN);
    assertThat(selection.dropped()).containsExactly(Feature.FLOW_COUNT, Feature.PACKETS);
    assertThat(selection.warnings())
        .containsExactly(
            "flow_count is constant in this history and was left out",
            "packets is wholly missing in this history and was left out");
  }

  @Test
  void aHistoryInWhichNothingVariesIsRefused() {
    assertThatThrownBy(() -> FeatureSelection.of(List.of(Feature.PACKETS), sample()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("nothing can be learned");
  }

  /** Bytes vary, with a hole; rule hits vary in the last window only; flows never do. */
  private static List<FeatureVector> sample() {
    return List.of(vector(1, 100, 0), vector(1, Double.NaN, 0), vector(1, 200, 3));
  }

  private static FeatureVector vector(double flows, double bytes, double rules) {
    double[] values = new double[Feature.COUNT];
    Arrays.fill(values, Double.NaN);
    values[Feature.FLOW_COUNT.ordinal()] = flows;
    values[Feature.BYTES_IN.ordinal()] = bytes;
    values[Feature.RULE_HITS.ordinal()] = rules;
    return new FeatureVector(new SourceKey("", "::1"), 0, 60_000, "", values);
  }
}
