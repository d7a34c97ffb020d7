package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureFamilyTest {

  @Test
  void everyFeatureIsInOneFamily() {
    assertThat(Arrays.stream(FeatureFamily.values()).flatMap(family -> family.features().stream()))
        .containsExactlyInAnyOrder(Feature.values());
  }
}
