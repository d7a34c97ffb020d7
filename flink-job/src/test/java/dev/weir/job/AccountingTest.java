package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.network.Sights;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountingTest {

  private final Map<String, Object> counts =
      new HashMap<>(
          Map.of(
              "weir.entries", 10L,
              "weir.decoded", 6L,
              "weir.dead_letters.bad-time", 2L,
              "weir.dead_letters.malformed", 1L,
              "weir.ignored.header", 1L,
              "weir.windowed", 3L,
              "weir.late", 1L,
              "weir.windows", 4L,
              "weir.anomalous", 2L,
              "weir.alerts", 7L));

  {
    counts.put("weir.set_aside.duplicate-vantage", 2L);
    counts.put("weir.incidents", 3L);
    counts.put("weir.incidents_closed", 2L);
    counts.put("weir.suppressed", 5L);
    counts.put("weir.allowed.source", 8L);
    counts.put("weir.allowed.target", 1L);
    counts.put("weir.unoriented", 3L);
    counts.put("weir.unknown_vantage", 2L);
    counts.put("weir.repeated_vantage", 1L);
  }

  @Test
  void readsEveryCount() {
    assertThat(Accounting.of(counts))
        .isEqualTo(
            new Accounting(
                10,
                6,
                Map.of(DeadLetterReason.BAD_TIME, 2L, DeadLetterReason.MALFORMED, 1L),
                Map.of(Ignored.HEADER, 1L),
                Map.of(SetAside.DUPLICATE_VANTAGE, 2L),
                new Sights(4, 3, 2, 1),
                3,
                1,
                4,
                2,
                new Accounting.Incidents(3, 2, 7, 5, 9)));
    assertThat(Accounting.of(counts).deadLetterCount()).isEqualTo(3);
    assertThat(Accounting.of(counts).ignoredCount()).isEqualTo(1);
  }

  @Test
  void addsUpWhereNothingIsMissing() {
    assertThat(Accounting.of(counts).addsUp()).isTrue();
  }

  @Test
  void doesNotAddUpWithALostEntry() {
    counts.put("weir.entries", 11L);

    assertThat(Accounting.of(counts).addsUp()).isFalse();
  }

  @Test
  void doesNotAddUpWithALostFlow() {
    counts.put("weir.windowed", 2L);

    assertThat(Accounting.of(counts).addsUp()).isFalse();
  }

  @Test
  void takesWhatNobodyCountedForZero() {
    Accounting none = Accounting.of(Map.of("another.accumulator", 3L));

    assertThat(none.entries()).isZero();
    assertThat(none.deadLetters()).isEmpty();
    assertThat(none.addsUp()).isTrue();
  }
}
