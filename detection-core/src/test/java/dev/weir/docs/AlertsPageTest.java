package dev.weir.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.explain.FeatureFamily;
import dev.weir.feature.Feature;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertsPageTest {

  @Test
  void listsTheFamiliesAndTheirFeatures() throws IOException {
    assertThat(Tables.rows("alerts.md", "family"))
        .isEqualTo(Arrays.stream(FeatureFamily.values()).map(AlertsPageTest::row).toList());
  }

  private static List<String> row(FeatureFamily family) {
    return List.of(
        family.id(), family.features().stream().map(Feature::id).collect(Collectors.joining(", ")));
  }
}
