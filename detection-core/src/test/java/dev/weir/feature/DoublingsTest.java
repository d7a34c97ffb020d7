package dev.weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DoublingsTest {

  @Test
  void looksAtTheBaseAndWheneverFlowsHaveDoubled() {
    Doublings tens = new Doublings(10);

    assertThat(LongStream.rangeClosed(1, 200).filter(flows -> tens.passed(flows - 1, flows)))
        .containsExactly(10L, 20L, 40L, 80L, 160L);
  }

  @Test
  void looksOnceAtManyThatComeTogether() {
    assertThat(new Doublings(10).passed(0, 1000)).isTrue();
    assertThat(new Doublings(10).passed(1000, 1200)).isFalse();
    assertThat(new Doublings(10).passed(1200, 1280)).isTrue();
  }

  @Property
  void neverLooksWithoutABase(
      @ForAll @LongRange(min = 0) long before, @ForAll @LongRange(min = 0) long after) {
    assertThat(Doublings.NONE.passed(before, after)).isFalse();
  }

  @Property
  void nothingIsPassedTwice(
      @ForAll @LongRange(min = 1, max = 1 << 20) long base,
      @ForAll @LongRange(min = 0, max = 1L << 40) long flows) {
    assertThat(new Doublings(base).passed(flows, flows)).isFalse();
  }

  @Test
  void aNegativeBaseIsRefused() {
    assertThatThrownBy(() -> new Doublings(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
