package dev.weir.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayMatrixTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final int WINDOWS = 1_000;

  private final Random random = new Random(5);
  private final DaySamples samples = new DaySamples(options());

  private static FitOptions options() {
    return new FitOptions(
        WindowSpec.tumbling(60_000),
        FeatureSettings.DEFAULT,
        List.of(Feature.FLOW_COUNT, Feature.BYTES_IN),
        true,
        42,
        0.05,
        2,
        30,
        512,
        9,
        200_000,
        false);
  }

  /** A day's windows, of which some have a thousand times the bytes. */
  private void fill(LocalDate day, int windows, int strange) {
    long start = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    for (int i = 0; i < windows; i++) {
      double[] values = new double[Feature.COUNT];
      Arrays.fill(values, Double.NaN);
      values[Feature.FLOW_COUNT.ordinal()] = 1 + random.nextInt(20);
      values[Feature.BYTES_IN.ordinal()] =
          Math.exp(8 + random.nextGaussian()) * (i < strange ? 1_000 : 1);
      long at = start + 60_000L * i;
      samples.add(new FeatureVector(new SourceKey("", "10.0.0.1"), at, at + 60_000, "", values));
    }
  }

  @Test
  void aDayThatHoldsWhatNoOtherHasIsNamed() {
    for (int day = 0; day < 4; day++) {
      fill(FIRST.plusDays(day), WINDOWS, day == 2 ? 80 : 0);
    }
    DayMatrix matrix = DayMatrix.of(samples, options());

    assertThat(matrix.level()).isEqualTo(0.01);
    assertThat(matrix.odd()).containsExactly(FIRST.plusDays(2));
    assertThat(matrix.strangeness(2)).isBetween(0.07, 0.12);
    assertThat(matrix.isUnsettled()).isFalse();
    assertThat(printed(matrix))
        .contains("2026-03-04         1,000")
        .contains("odd       2026-03-04: ")
        .contains("are strange to forests of other days (1.00 % are expected)");
  }

  @Test
  void ofTwoDaysTheOneThatIsStrangerToTheOtherIsNamed() {
    fill(FIRST, WINDOWS, 0);
    fill(FIRST.plusDays(1), WINDOWS, 300);

    assertThat(DayMatrix.of(samples, options()).odd()).containsExactly(FIRST.plusDays(1));
  }

  @Test
  void amongDaysOfOneKindNoneIsOdd() {
    for (int day = 0; day < 5; day++) {
      fill(FIRST.plusDays(day), WINDOWS, 3);
    }
    DayMatrix matrix = DayMatrix.of(samples, options());

    assertThat(matrix.odd()).isEmpty();
    for (double[] row : matrix.shares()) {
      assertThat(row).hasSize(5);
      assertThat(Arrays.stream(row)).allMatch(share -> share < 0.03);
    }
    assertThat(printed(matrix)).contains("odd       none");
  }

  @Test
  void aForestsOwnDayHasTheShareThatIsAskedFor() {
    fill(FIRST, WINDOWS, 0);
    fill(FIRST.plusDays(1), 1_400, 0);
    DayMatrix matrix = DayMatrix.of(samples, options());

    assertThat(matrix.shares()[0][0]).isBetween(0.009, 0.01);
    assertThat(matrix.shares()[1][1]).isBetween(0.009, 0.01);
    assertThat(matrix.windows()).containsExactly(1_000, 1_400);
  }

  @Test
  void theSameHistoryGivesTheSameTable() {
    fill(FIRST, WINDOWS, 0);
    fill(FIRST.plusDays(1), WINDOWS, 50);

    assertThat(printed(DayMatrix.of(samples, options())))
        .isEqualTo(printed(DayMatrix.of(samples, options())));
  }

  @Test
  void daysOfFewWindowsAreLeftOutAndNamed() {
    fill(FIRST, WINDOWS, 0);
    fill(FIRST.plusDays(1), WINDOWS, 0);
    fill(FIRST.plusDays(2), 99, 0);
    DayMatrix matrix = DayMatrix.of(samples, options());

    assertThat(matrix.days()).containsExactly(FIRST, FIRST.plusDays(1));
    assertThat(printed(matrix)).contains("left out  2026-03-04 (fewer than 100 windows)");
  }

  @Test
  void aHistoryOfOneDayIsRefusedInASentence() {
    fill(FIRST, WINDOWS, 0);
    fill(FIRST.plusDays(1), 2, 0);

    assertThatThrownBy(() -> DayMatrix.of(samples, options()))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "--day-matrix compares two days or more of 100 windows each, and the history has 1,000"
                + " windows on 2026-03-02, 2 windows on 2026-03-03; use a longer history or a shorter --window");
    assertThatThrownBy(() -> DayMatrix.of(new DaySamples(options()), options()))
        .hasMessageContaining("the history has no windows");
  }

  @Test
  void moreDaysThanMemoryIsMeantForAreRefused() {
    for (int day = 0; day < DaySamples.MAX_DAYS; day++) {
      fill(FIRST.plusDays(day), 1, 0);
    }

    assertThatThrownBy(() -> fill(FIRST.plusDays(DaySamples.MAX_DAYS), 1, 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("covers more than 31 days (2026-03-02, …, 2026-04-01, 2026-04-02)");
  }

  private static String printed(DayMatrix matrix) {
    StringWriter text = new StringWriter();
    new DayMatrixTable(matrix).print(new PrintWriter(text, true));
    return text.toString();
  }
}
