package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformTest {

  @Test
  void columnsAreInSchemaOrderHoweverTheyWereNamed() {
    Transform transform =
        new Transform(List.of(Feature.RULE_HITS, Feature.BYTES_IN, Feature.RULE_HITS), true);

    assertThat(transform.features()).containsExactly(Feature.BYTES_IN, Feature.RULE_HITS);
    assertThat(transform.columns()).isEqualTo(2);
  }

  @Test
  void valuesAreScaledByTheSchema() {
    Transform transform =
        new Transform(
            List.of(
                Feature.BYTES_IN,
                Feature.BYTES_IN_OUT_LOG_RATIO,
                Feature.PORT_22_SHARE,
                Feature.ACTIVITY_REGULARITY),
            true);

    assertThat(
            transform.apply(
                Models.vector(
                    Feature.FLOW_COUNT, 7,
                    Feature.BYTES_IN, 1000,
                    Feature.BYTES_OUT, 24,
                    Feature.BYTES_IN_OUT_LOG_RATIO, -3,
                    Feature.PORT_22_SHARE, 0.5,
                    Feature.ACTIVITY_REGULARITY, 0.25)))
        .containsExactly(
            StrictMath.log1p(1000), -3 * StrictMath.log1p(1024), 0.5 * StrictMath.log1p(7), 0.25);
  }

  @Test
  void whatIsMissingStaysMissing() {
    Transform transform =
        new Transform(List.of(Feature.BYTES_IN_OUT_LOG_RATIO, Feature.PORT_22_SHARE), true);

    assertThat(transform.apply(Models.vector(Feature.FLOW_COUNT, 7)))
        .containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void withoutLogScaleValuesPassAsTheyAre() {
    Transform transform = new Transform(List.of(Feature.BYTES_IN, Feature.PACKETS), false);

    assertThat(transform.apply(Models.vector(Feature.BYTES_IN, 12_345)))
        .containsExactly(12_345, Double.NaN);
  }

  @Test
  void aModelWithoutFeaturesIsRefused() {
    assertThatThrownBy(() -> new Transform(List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
