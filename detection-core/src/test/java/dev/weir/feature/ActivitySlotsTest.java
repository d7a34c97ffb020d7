package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitySlotsTest {

  @ParameterizedTest
  @CsvSource({"0, 60000, 0", "937, 60000, 0", "938, 60000, 1", "59999, 60000, 63", "1, 64000, 0"})
  void aTimeFallsIntoASixtyFourthOfTheWindow(long offset, long size, int slot) {
    assertThat(ActivitySlots.bit(offset, size)).isEqualTo(1L << slot);
  }

  @Property
  void everyTimeOfEveryWindowHasASlot(
      @ForAll @LongRange(min = 1_000, max = WindowSpec.MAX_SIZE) long size,
      @ForAll @LongRange(min = 0, max = WindowSpec.MAX_SIZE) long at) {
    assertThat(Long.bitCount(ActivitySlots.bit(at % size, size))).isEqualTo(1);
    assertThat(ActivitySlots.bit(size - 1, size)).isEqualTo(1L << 63);
  }

  @Test
  void fewerThanThreeSlotsSayNothing() {
    assertThat(ActivitySlots.regularity(0)).isNaN();
    assertThat(ActivitySlots.regularity(0b1001)).isNaN();
  }

  @Test
  void aMetronomeIsOneWhateverItsPeriod() {
    assertThat(ActivitySlots.regularity(-1L)).isEqualTo(1);
    assertThat(ActivitySlots.regularity(0x0001_0001_0001_0001L)).isEqualTo(1);
  }

  @Property
  void isTheInverseOfOnePlusTheVariationOfTheGaps(@ForAll long slots) {
    double regularity = ActivitySlots.regularity(slots);
    if (Long.bitCount(slots) < 3) {
      assertThat(regularity).isNaN();
      return;
    }
    int[] at = IntStream.range(0, 64).filter(i -> (slots >>> i & 1) == 1).toArray();
    double[] gaps = IntStream.range(1, at.length).mapToDouble(i -> at[i] - at[i - 1]).toArray();
    double mean = Arrays.stream(gaps).average().orElseThrow();
    double variance =
        Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow();
    assertThat(regularity).isCloseTo(1 / (1 + Math.sqrt(variance) / mean), within(1e-9));
  }
}
