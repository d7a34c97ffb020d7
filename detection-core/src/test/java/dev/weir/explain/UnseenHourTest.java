package dev.weir.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.AlertRate;
import dev.weir.model.HoursOfWeek;
import dev.weir.model.TrainingStatistics;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnseenHourTest {

  private static final long DAY = 86_400_000;
  private static final long WEDNESDAY = Instant.parse("2026-03-04T13:59:59Z").toEpochMilli();

  @Test
  void anHourOfTheWeekWithoutHistoryIsTold() {
    UnseenHour unseen = UnseenHour.of(monday(DAY));

    assertThat(unseen.reason(WEDNESDAY))
        .hasValueSatisfying(
            reason -> {
              assertThat(reason.feature()).isEqualTo("window.hour_of_week");
              assertThat(reason.text())
                  .isEqualTo(
                      "on Wednesday from 13:00 to 14:00 UTC; training knows no such hour, and no"
                          + " normal for it");
            });
    assertThat(unseen.reason(WEDNESDAY - 2 * DAY)).isEmpty();
  }

  @Test
  void ofAHistoryShorterThanADayNothingIsSaid() {
    assertThat(UnseenHour.of(monday(DAY - 1)).reason(WEDNESDAY)).isEmpty();
  }

  @Test
  void theHourTakesTheLastPlaceAndNoneOfTheFindings() {
    Reason hour = UnseenHour.of(monday(DAY)).reason(WEDNESDAY).orElseThrow();
    Reason other = Reasons.told("source.flows", 1, "many");
    Explanation four = new Explanation(List.of(other, other, other, other), null);

    assertThat(four.last(hour, SegmentExplainer.MAX_REASONS).reasons())
        .containsExactly(other, other, other, hour);
    assertThat(Explanation.NONE.last(hour, SegmentExplainer.MAX_REASONS).reasons())
        .containsExactly(hour);
  }

  private static TrainingStatistics monday(long length) {
    BitSet hours = new BitSet();
    hours.set(0, 24);
    return new TrainingStatistics(
        "json",
        1,
        1,
        0,
        0,
        0,
        1,
        1,
        1,
        0,
        length,
        1,
        0.05,
        0.05,
        List.of(),
        AlertRate.UNKNOWN,
        HoursOfWeek.of(hours));
  }
}
