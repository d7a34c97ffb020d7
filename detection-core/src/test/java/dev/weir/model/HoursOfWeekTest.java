package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HoursOfWeekTest {

  @Property
  void anHourIsThatOfTheCalendar(
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long time) {
    var utc = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC);

    assertThat(HoursOfWeek.of(time))
        .isEqualTo(
            24 * (utc.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) + utc.getHour());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    BitSet hours = new BitSet();
    hours.set(3, 30);
    HoursOfWeek week = HoursOfWeek.of(hours);

    assertThat(HoursOfWeek.parse(week.text())).isEqualTo(week).hasSameHashCodeAs(week);
    assertThat(week.size()).isEqualTo(27);
    assertThat(week).isNotEqualTo(HoursOfWeek.ALL).hasToString("27 of 168 hours of the week");
  }

  @Test
  void whatIsNoWeekIsRefused() {
    assertThatThrownBy(() -> HoursOfWeek.parse("01")).hasMessage("a week of 2 hours");
    assertThatThrownBy(() -> HoursOfWeek.parse("2".repeat(168))).hasMessageContaining("neither");
  }
}
