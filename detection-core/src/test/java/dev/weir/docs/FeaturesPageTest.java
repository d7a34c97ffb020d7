package dev.weir.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeaturesPageTest {

  private static final int UNIT = 1;
  private static final int RANGE = 2;
  private static final int SCALE = 3;
  private static final int NAN = 5;

  private List<List<String>> rows = List.of();

  @BeforeEach
  void readTable() throws IOException {
    rows = Tables.rows("features.md", "feature");
  }

  @Test
  void listsTheSchemaInItsOrder() {
    assertThat(rows)
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(Arrays.stream(Feature.values()).map(Feature::id).toList());
  }

  @Test
  void givesUnitsAndScales() {
    for (Feature feature : Feature.values()) {
      List<String> row = rows.get(feature.ordinal());
      assertThat(row.get(UNIT)).as(feature.id()).isEqualTo(unit(feature.unit()));
      assertThat(row.get(SCALE)).as(feature.id()).isEqualTo(scale(feature.scale()));
      assertThat(row.get(RANGE).equals("0 to 1"))
          .as("share or regularity: %s", feature.id())
          .isEqualTo(
              feature.unit() == Feature.Unit.SHARE || feature == Feature.ACTIVITY_REGULARITY);
    }
  }

  private static String unit(Feature.Unit unit) {
    return switch (unit) {
      case COUNT -> "count";
      case BYTES -> "bytes";
      case BYTES_PER_SECOND -> "bytes a second";
      case SECONDS -> "seconds";
      case SHARE -> "share";
      case PLAIN -> "";
    };
  }

  private static String scale(Feature.Scale scale) {
    return switch (scale) {
      case LINEAR -> "linear";
      case LOG1P -> "log1p";
      case BY_FLOWS -> "by flows";
      case BY_BYTES -> "by bytes";
    };
  }

  @Test
  void knowsWhatIsNeverNaN() {
    FeatureVector nothing =
        new FeatureAccumulator()
            .toVector(new SourceKey("", "192.0.2.1"), 0, WindowSpec.tumbling(60_000));
    for (Feature feature : Feature.values()) {
      assertThat(rows.get(feature.ordinal()).get(NAN).equals("never"))
          .as(feature.id())
          .isEqualTo(!Double.isNaN(nothing.value(feature)));
    }
  }

  @Test
  void listsTheCriticalPorts() throws IOException {
    String ports =
        FeatureSettings.DEFAULT_CRITICAL_PORTS.toList().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    assertThat(Files.readString(Path.of("../docs/features.md"))).contains("Default: " + ports);
  }
}
