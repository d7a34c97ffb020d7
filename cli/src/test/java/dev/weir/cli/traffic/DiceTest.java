package dev.weir.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiceTest {

  @Property(tries = 200)
  void staysBelowItsBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    Dice dice = Dice.of(seed, "test", 0, 0);
    for (int i = 0; i < 50; i++) {
      assertThat(dice.below(bound)).isBetween(0, bound - 1);
      assertThat(dice.unit()).isBetween(0.0, Math.nextDown(1.0));
    }
  }

  @Property(tries = 200)
  void fallsAlikeForTheSamePurposeOnly(@ForAll long seed, @ForAll long a, @ForAll long b) {
    long first = Dice.of(seed, "one", a, b).bits();

    assertThat(Dice.of(seed, "one", a, b).bits()).isEqualTo(first);
    assertThat(Dice.of(seed, "two", a, b).bits()).isNotEqualTo(first);
    assertThat(Dice.of(seed, "one", a + 1, b).bits()).isNotEqualTo(first);
    assertThat(Dice.of(seed, "one", a, b + 1).bits()).isNotEqualTo(first);
    assertThat(Dice.of(seed + 1, "one", a, b).bits()).isNotEqualTo(first);
  }

  @Test
  void hasTheMeansThatItPromises() {
    Dice dice = Dice.of(1, "means", 0, 0);

    assertThat(mean(dice::gaussian)).isCloseTo(0, within(0.02));
    assertThat(mean(() -> dice.exponential(5))).isCloseTo(5, within(0.1));
    assertThat(mean(() -> dice.poisson(0.3))).isCloseTo(0.3, within(0.02));
    assertThat(mean(() -> dice.poisson(40))).isCloseTo(40, within(0.2));
    assertThat(mean(() -> dice.poisson(500))).isCloseTo(500, within(1.0));
  }

  private static double mean(DoubleSupplier draw) {
    return DoubleStream.generate(draw).limit(100_000).average().orElseThrow();
  }
}
