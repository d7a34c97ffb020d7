package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.operator.MetricCatalogue;
import dev.weir.job.operator.MetricInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsReferenceTest {

  private static final Path PAGE = Path.of("../docs/metrics.md");

  @Test
  void pageSaysWhatTheCatalogueSays() throws IOException {
    String rendered = MetricsPage.render(Files.readString(PAGE));
    if (Boolean.getBoolean("weir.docs.write")) {
      Files.writeString(PAGE, rendered);
    }
    assertThat(Files.readString(PAGE))
        .as("%s is not current; the command at its head writes its tables anew", PAGE)
        .isEqualTo(rendered);
  }

  @Test
  void everyMetricHasOneNameAndADescription() {
    assertThat(MetricCatalogue.all()).extracting(MetricInfo::prometheus).doesNotHaveDuplicates();
    assertThat(MetricCatalogue.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.description()).isNotBlank().doesNotEndWith(".");
              assertThat(metric.kind()).isIn("counter", "gauge");
              assertThat(metric.unit()).isNotBlank();
            });
  }
}
