package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.weir.decode.LogFormat;
import dev.weir.feature.FeatureVector;
import dev.weir.model.AlertRate;
import dev.weir.model.HoursOfWeek;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTrainingTest {

  @TempDir private Path folder;

  private Path log;
  private Path output;

  @BeforeEach
  void writeHistory() throws IOException {
    log = folder.resolve("history.json");
    output = folder.resolve("m.json");
    RandomHistory.write(log);
  }

  @Test
  void aHistoryThatIsTooShortForTheBudgetAlertsAsOftenAsTenOfItsWindowsAndSaysSo() {
    Trained trained = train("0.5");
    Model model = ModelFile.read(output);
    List<FeatureVector> windows = Trained.windows(model, log, LogFormat.JSON);

    assertThat(trained.out())
        .contains("is too short to tell 0.5 windows a day by")
        .contains("train on 20 days or more");
    assertThat(windows.stream().filter(window -> model.score(window).alerting())).hasSize(10);
    assertThat(model.statistics().alerts().expected()).isCloseTo(10 * 24 * 60 / 50.0, within(8.0));
  }

  @Test
  void aBudgetThatTheHistoryCanTellIsExpectedWithinItsInterval() {
    train("1000");
    AlertRate alerts = ModelFile.read(output).statistics().alerts();

    assertThat(alerts.budget()).isEqualTo(1000);
    assertThat(alerts.expected()).isCloseTo(1000, withinPercentage(10));
    assertThat(alerts.low()).isLessThan(alerts.expected());
    assertThat(alerts.high()).isGreaterThan(alerts.expected());
  }

  @Test
  void theHoursThatTheHistoryCoversAreRecorded() {
    train("2");
    HoursOfWeek hours = ModelFile.read(output).statistics().hours();

    assertThat(hours.size()).isEqualTo(1);
    assertThat(hours.holds(Instant.parse("2024-05-02T23:30:00Z").toEpochMilli())).isTrue();
    assertThat(hours.holds(Instant.parse("2024-05-02T22:30:00Z").toEpochMilli())).isFalse();
  }

  private Trained train(String budget) {
    return Trained.with(
        "--input",
        log.toString(),
        "--format",
        "json",
        "--output",
        output.toString(),
        "--trees",
        "20",
        "--alert-budget",
        budget);
  }
}
