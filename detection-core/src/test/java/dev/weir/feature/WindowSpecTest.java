package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowSpecTest {

  @Test
  void someOfTheWindowsThatSlideCoverAllTimeOnce() {
    WindowSpec sliding = new WindowSpec(60_000, 20_000);

    assertThat(LongStream.rangeClosed(-6, 6).map(i -> i * 20_000).filter(sliding::tiles))
        .containsExactly(-120_000L, -60_000L, 0L, 60_000L, 120_000L);
    assertThat(LongStream.rangeClosed(-2, 2).map(i -> i * 60_000))
        .allMatch(WindowSpec.tumbling(60_000)::tiles);
  }

  private static final long YEARS = 1L << 41;

  @ParameterizedTest
  @CsvSource({
    "60000, 60000, 59999, 0",
    "60000, 60000, 60000, 60000",
    "60000, 60000, -1, -60000",
    "60000, 60000, -60000, -60000",
    "60000, 20000, 59999, 0 20000 40000",
    "60000, 20000, 60000, 20000 40000 60000",
    "60000, 20000, 5, -40000 -20000 0",
    "60000, 25000, 49999, 0 25000",
    "60000, 25000, 50000, 0 25000 50000",
    "60000, 25000, 60000, 25000 50000"
  })
  void theWindowsOfATimeAreThese(long size, long slide, long time, String starts) {
    assertThat(
            String.join(
                " ",
                starts(new WindowSpec(size, slide), time).stream().map(String::valueOf).toList()))
        .isEqualTo(starts);
  }

  @Property
  void aTimeLiesInEveryWindowThatHoldsItAndNoOther(
      @ForAll("windows") WindowSpec window,
      @ForAll @LongRange(min = -YEARS, max = YEARS) long time) {
    List<Long> starts = starts(window, time);

    assertThat(starts).isNotEmpty().hasSizeLessThanOrEqualTo(WindowSpec.MAX_OVERLAP);
    assertThat(starts)
        .allSatisfy(
            start -> {
              assertThat(Math.floorMod(start, window.slide())).isZero();
              assertThat(time).isBetween(start, start + window.size() - 1);
              assertThat(window.lastTime(start)).isEqualTo(start + window.size() - 1);
            });
    assertThat(window.lastTime(starts.get(0) - window.slide())).isLessThan(time);
    assertThat(window.lastStart(time) + window.slide()).isGreaterThan(time);
  }

  @Property
  void aFlowFallsInTheWindowsOfItsTimeThatHaveNotClosed(
      @ForAll("windows") WindowSpec window,
      @ForAll @LongRange(min = -YEARS, max = YEARS) long time,
      @ForAll @LongRange(min = -2_000_000_000L, max = 2_000_000_000L) long ahead) {
    for (long watermark : new long[] {Long.MIN_VALUE, time + ahead, Long.MAX_VALUE}) {
      assertThat(startsFrom(window.firstOpenStart(time, watermark), window, time))
          .isEqualTo(
              starts(window, time).stream()
                  .filter(start -> !window.closed(start, watermark))
                  .toList());
    }
  }

  @Property
  void theLastClosedEndIsOfAClosedWindowAndTheNextIsNot(
      @ForAll("windows") WindowSpec window,
      @ForAll @LongRange(min = -YEARS, max = YEARS) long watermark) {
    long start = window.lastClosedEnd(watermark) - window.size();

    assertThat(Math.floorMod(start, window.slide())).isZero();
    assertThat(window.closed(start, watermark)).isTrue();
    assertThat(window.closed(start + window.slide(), watermark)).isFalse();
  }

  @Property
  void aWindowClosesOnceTheWatermarkPassesItsLastTime(
      @ForAll("windows") WindowSpec window,
      @ForAll @LongRange(min = -YEARS, max = YEARS) long time) {
    long start = window.lastStart(time);

    assertThat(window.closed(start, window.lastTime(start) - 1)).isFalse();
    assertThat(window.closed(start, window.lastTime(start))).isTrue();
    assertThat(window.closed(start, Long.MIN_VALUE)).isFalse();
    assertThat(window.closed(start, Long.MAX_VALUE)).isTrue();
  }

  @Test
  void aRecordThatEndsOnABoundaryBelongsToTheWindowThatItFilled() {
    WindowSpec window = WindowSpec.tumbling(600_000);
    FlowRecord full = FlowRecord.builder().srcIp("::1").start(600_000).end(1_200_000).build();
    FlowRecord instant = FlowRecord.builder().srcIp("::1").start(1_200_000).build();

    assertThat(window.lastStart(full.eventTime())).isEqualTo(600_000);
    assertThat(window.lastStart(instant.eventTime())).isEqualTo(1_200_000);
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999, a window of 999ms is not between 1s and 7d (--window)",
    "0, 0, a window of 0s is not between 1s and 7d (--window)",
    "604800001, 604800001, a window of 604800001ms is not between 1s and 7d (--window)",
    "60000, 0, a slide of 0s is not between 1ms and the window's 1m (--slide)",
    "60000, 61000, a slide of 61s is not between 1ms and the window's 1m (--slide)",
    "61000, 1000, a window of 61s sliding by 1s puts each flow into more than 60 windows; choose a"
        + " longer --slide",
    "60001, 1000, a window of 60001ms sliding by 1s puts each flow into more than 60 windows;"
        + " choose a longer --slide"
  })
  void whatCannotBeAWindowIsRefused(long size, long slide, String why) {
    assertThatThrownBy(() -> new WindowSpec(size, slide))
        .isInstanceOf(UserException.class)
        .hasMessage(why.replace("''", "'"));
  }

  @Test
  void readsAsPeopleWriteIt() {
    assertThat(WindowSpec.tumbling(600_000)).hasToString("10m");
    assertThat(new WindowSpec(1_800_000, 600_000)).hasToString("30m sliding by 10m");
  }

  private static List<Long> starts(WindowSpec window, long time) {
    return startsFrom(time - window.size() + 1, window, time);
  }

  private static List<Long> startsFrom(long first, WindowSpec window, long time) {
    List<Long> starts = new ArrayList<>();
    for (long start = window.lastStart(time); start >= first; start -= window.slide()) {
      starts.add(0, start);
    }
    return starts;
  }

  @Provide
  Arbitrary<WindowSpec> windows() {
    return Combinators.combine(
            Arbitraries.longs().between(1_000, WindowSpec.MAX_SIZE),
            Arbitraries.longs().between(1_000, WindowSpec.MAX_SIZE))
        .as(
            (size, other) -> {
              long least = (size + WindowSpec.MAX_OVERLAP - 1) / WindowSpec.MAX_OVERLAP;
              return new WindowSpec(size, Math.min(size, Math.max(least, other % size)));
            });
  }
}
