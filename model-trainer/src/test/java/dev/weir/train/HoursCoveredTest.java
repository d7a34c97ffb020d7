package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import org.junit.jupiter.api.Test;

class HoursCoveredTest {

  private static final long HOUR = 3_600_000;
  private static final long MONDAY = 1_772_409_600_000L;

  private final HoursCovered hours = new HoursCovered();

  @Test
  void aWindowCoversEveryHourThatItLiesIn() {
    add(MONDAY, MONDAY + 2 * HOUR);
    add(MONDAY + 30 * HOUR, MONDAY + 30 * HOUR + 1);

    assertThat(hours.ofWeek().text()).startsWith("11000").containsPattern("0{20}1000");
    assertThat(hours.ofWeek().size()).isEqualTo(3);
  }

  @Test
  void aTimeWithoutWindowsIsNoPartOfTheDays() {
    add(MONDAY, MONDAY + 24 * HOUR);
    add(MONDAY + 240 * HOUR, MONDAY + 264 * HOUR);

    assertThat(hours.days(MONDAY, MONDAY + 264 * HOUR, 1)).isEqualTo(2);
  }

  @Test
  void aShortHistoryCoversItsTimeAndNoWholeHours() {
    add(MONDAY, MONDAY + 60_000);

    assertThat(hours.days(MONDAY, MONDAY + 60_000, 60_000)).isEqualTo(1 / 1440.0);
    assertThat(hours.days(MONDAY, MONDAY, 60_000)).isEqualTo(1 / 1440.0);
  }

  private void add(long start, long end) {
    hours.add(new FeatureVector(new SourceKey("", "a"), start, end, "", new double[Feature.COUNT]));
  }
}
