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
  void countsAndBytesAreScaledByTheSchemaAndSharesNever() {
    Transform transform =
        new Transform(
            List.of(Feature.BYTES_IN, Feature.PORT_22_SHARE, Feature.BYTES_IN_OUT_LOG_RATIO), true);

    assertThat(
            transform.apply(
                Models.vector(
                    Feature.BYTES_IN,
                    Math.E - 1,
                    Feature.PORT_22_SHARE,
                    0.5,
                    Feature.BYTES_IN_OUT_LOG_RATIO,
                    -3)))
        .containsExactly(StrictMath.log1p(Math.E - 1), -3, 0.5);
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
